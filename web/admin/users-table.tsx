import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AdminUser } from "../../src/wire/http.ts";
import { EMAIL_CHARS, USER_SORTS, type UserSort } from "../../src/wire/limits.ts";
import { bindPresses } from "../shared/bind-presses.ts";
import { Changing } from "../shared/changing.tsx";
import { words } from "../words/office-words.ts";
import { locale } from "../words/words.ts";
import { AccountDialog } from "./account-dialog.tsx";
import { useConfirm } from "./confirm.tsx";
import { RoleDialog } from "./role-dialog.tsx";
import { roleOf, type Users } from "./users.ts";

const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });

export function PeopleTable({ people }: { people: Users }) {
  useEffect(() => void people.turn(0), [people]);
  const page = people.page.value;
  const skip = people.skip.value;
  return (
    <section class="panel people" ref={bindPresses}>
      <h2>{words.admin.people}</h2>
      <Finder people={people} />
      {page ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.admin.user}</th>
              <th scope="col" class="since">
                {words.admin.since}
              </th>
              <th scope="col">{words.admin.action}</th>
            </tr>
          </thead>
          <tbody>
            {page.map((user) => (
              <Person key={user.id} user={user} people={people} />
            ))}
          </tbody>
        </table>
      ) : (
        <p class="note">{words.admin.loading}</p>
      )}
      {page && (
        <div class="pages">
          <button
            type="button"
            class="act"
            disabled={!people.hasLess}
            onClick={() => void people.turn(-1)}
          >
            {words.admin.previous}
          </button>
          <span role="status">
            <Changing text={words.admin.page(skip + 1, skip + page.length)} />
          </span>
          <button
            type="button"
            class="act"
            disabled={!people.hasMore.value}
            onClick={() => void people.turn(1)}
          >
            {words.admin.next}
          </button>
        </div>
      )}
    </section>
  );
}

const SORTS: readonly UserSort[] = USER_SORTS;

/** Which people are shown, and in which order. */
function Finder({ people }: { people: Users }) {
  return (
    <search class="finder">
      <div class="field">
        <label for="find">{words.find.label}</label>
        <div class="input">
          <input
            id="find"
            type="search"
            autocomplete="off"
            dir="auto"
            maxLength={EMAIL_CHARS}
            value={people.search.value}
            onInput={({ currentTarget }) => people.lookFor(currentTarget.value)}
          />
        </div>
      </div>
      <div class="field">
        <label for="sort">{words.find.sort}</label>
        <div class="input">
          <select
            id="sort"
            onChange={({ currentTarget: { selectedIndex } }) =>
              people.sortBy(SORTS[selectedIndex] ?? "oldest")
            }
          >
            {SORTS.map((sort) => (
              <option key={sort} selected={sort === people.sort.value}>
                {words.find.by[sort]}
              </option>
            ))}
          </select>
        </div>
      </div>
    </search>
  );
}

function Person({ user, people }: { user: AdminUser; people: Users }) {
  const at = user.email.lastIndexOf("@");
  const role = roleOf(user);
  const [name, host] = [user.email.slice(0, at), user.email.slice(at + 1)];
  return (
    <tr>
      <td>
        <bdi class="name" translate={false}>
          {user.username}
        </bdi>
        {role !== "member" && <span class="badge">{words.role.names[role]}</span>}
        {!user.is_active && <span class="badge bad">{words.admin.banned}</span>}
        <span class="email" translate={false}>
          {name}
          <wbr />@{host}
        </span>
      </td>
      <td class="since">
        <time dateTime={user.created_at}>{date.format(Date.parse(user.created_at))}</time>
      </td>
      <td>
        <div class="acts">
          {user.is_active && <RoleButton user={user} people={people} />}
          {!user.is_admin && <BanButton user={user} people={people} />}
          {!user.is_admin && <AccountButton user={user} people={people} />}
        </div>
      </td>
    </tr>
  );
}

function RoleButton({ user, people }: { user: AdminUser; people: Users }) {
  const isAsking = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="act"
        aria-haspopup="dialog"
        aria-label={words.role.label(user.username)}
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {words.role.button}
      </button>
      {isAsking.value && (
        <RoleDialog
          user={user}
          people={people}
          close={() => {
            isAsking.value = false;
          }}
        />
      )}
    </>
  );
}

function AccountButton({ user, people }: { user: AdminUser; people: Users }) {
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="act"
        aria-haspopup="dialog"
        aria-label={words.owner.label(user.username)}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {words.owner.button}
      </button>
      {isOpen.value && (
        <AccountDialog
          user={user}
          people={people}
          close={() => {
            isOpen.value = false;
          }}
        />
      )}
    </>
  );
}

function BanButton({ user, people }: { user: AdminUser; people: Users }) {
  const ban = useConfirm({
    title: words.admin.banTitle(user.username),
    text: words.admin.banText,
    action: words.admin.ban,
    run: () => people.ban(user, true),
  });
  if (!user.is_active) {
    return (
      <button
        type="button"
        class="act"
        aria-label={words.admin.unbanLabel(user.username)}
        onClick={() => void people.ban(user, false)}
      >
        {words.admin.unban}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        class="act bad"
        aria-label={words.admin.banLabel(user.username)}
        onClick={ban.ask}
      >
        {words.admin.ban}
      </button>
      {ban.dialog}
    </>
  );
}
