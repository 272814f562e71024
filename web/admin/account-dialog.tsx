import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { AdminUser } from "../../src/wire/http.ts";
import { Changing } from "../shared/changing.tsx";
import { Form } from "../shared/form.tsx";
import { words as own } from "../words/account-words.ts";
import { words } from "../words/office-words.ts";
import type { Users } from "./users.ts";

type Props = { user: AdminUser; people: Users; close: () => void };

/** The way back into somebody's account, and its end. Opens when it is drawn. */
export function AccountDialog({ user, people, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { username } = user;
  const name = {
    name: "confirm",
    type: "text" as const,
    label: own.leave.confirm(username),
    autocomplete: "off",
    hint: undefined,
    check: (value: string) => (value === username ? undefined : own.leave.another),
  };
  return (
    <dialog ref={dialog} class="sender whole" aria-labelledby="account" onClose={close}>
      <h2 id="account">{words.owner.title(username)}</h2>
      <h3>{words.owner.resetTitle}</h3>
      <p>{words.owner.resetText}</p>
      <ResetLink user={user} people={people} />
      <h3>{own.leave.title}</h3>
      <p>{words.owner.deleteText}</p>
      <Form
        fields={[name]}
        action={own.leave.action}
        isFinal
        submit={async () => {
          dialog.current?.close();
          await people.delete(user);
          return undefined;
        }}
        placed={() => ({})}
      />
      <div class="choices">
        <button type="button" class="act" onClick={() => dialog.current?.close()}>
          {words.admin.cancel}
        </button>
      </div>
    </dialog>
  );
}

/** Shown once: another one takes its place. */
function ResetLink({ user, people }: Omit<Props, "close">) {
  const link = useSignal("");
  const said = useSignal("");
  const copy = async () => {
    await navigator.clipboard.writeText(link.peek());
    said.value = words.owner.copied;
  };
  const make = async () => {
    const made = await people.resetLink(user);
    link.value = made.link ?? "";
    said.value = made.problem ?? words.owner.made;
  };
  return (
    <>
      {link.value === "" ? (
        <button type="button" class="act" onClick={() => void make()}>
          {words.owner.reset}
        </button>
      ) : (
        <div class="field">
          <label for="reset-link">{words.owner.link}</label>
          <div class="input">
            <input
              id="reset-link"
              dir="ltr"
              readOnly
              value={link.value}
              onFocus={(event) => event.currentTarget.select()}
            />
          </div>
          {"clipboard" in navigator && (
            <button type="button" class="act" onClick={() => void copy()}>
              {words.owner.copy}
            </button>
          )}
        </div>
      )}
      <p class="hint" role="status">
        <Changing text={said.value} />
      </p>
    </>
  );
}
