import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { dayLength } from "../../../client/days.ts";
import { address } from "../../shared/address.ts";
import { Changing } from "../../shared/changing.tsx";
import { roomNow } from "../../shared/clock.ts";
import { Countdown } from "../../shared/countdown.tsx";
import { Person } from "../../shared/icons.tsx";
import { KEYS, local } from "../../shared/storage.ts";
import { midnightIn } from "../../words/midnight.ts";
import { words } from "../../words/words.ts";
import { HelpIcon, Tools } from "../dialogs/tools.tsx";
import { StaffPart } from "../staff/staff-part.tsx";
import type { Today } from "../state/day.ts";
import { goOnAsGuest } from "../state/go-on-as-guest.ts";
import type { Room } from "../state/room.ts";
import { useFolded } from "./use-folded.ts";

/** A topic longer than this is set smaller, so that the room stays in view. */
const LONG = 80;

/** What we talk about, and for how long. It folds, so that the room itself has at least half of the window. */
export function Head({ room }: { room: Room }) {
  const today = room.day.today.value;
  const isOpen = useSignal(false);
  const inner = useRef<HTMLDivElement>(null);
  const hidesSomething = useFolded(inner, isOpen);
  useEffect(() => {
    // Who begins to write needs the space.
    const writes = ({ target }: FocusEvent) => {
      if (target instanceof HTMLTextAreaElement) isOpen.value = false;
    };
    document.addEventListener("focusin", writes);
    return () => document.removeEventListener("focusin", writes);
  }, [isOpen]);
  return (
    <header class={isOpen.value ? "head open" : "head"}>
      <div class="inner" ref={inner}>
        <div class="bar">
          <span class="brand">{words.brand}</span>
          <Online room={room} />
          <span class="gone">
            {today ? (
              <>
                <span class="lead">{words.head.gone}</span> <Countdown until={today.wipesAt} />{" "}
                <span class="zone">{midnightIn(today.timezone, words)}</span>
              </>
            ) : (
              "\u00a0"
            )}
          </span>
          <Account room={room} />
        </div>
        <div class="topic">
          <div class="about">
            <h1 dir="auto" class={(today?.topic.length ?? 0) > LONG ? "long" : ""}>
              <Changing text={today?.topic ?? "\u00a0"} />
            </h1>
            {today?.rules !== "" && (
              <p class="rules" dir="auto">
                <Changing text={today?.rules ?? "\u00a0"} />
              </p>
            )}
          </div>
          {(hidesSomething.value || isOpen.value) && (
            <button
              type="button"
              class="more"
              aria-expanded={isOpen.value}
              onClick={() => {
                isOpen.value = !isOpen.peek();
              }}
            >
              <Changing text={isOpen.value ? words.head.less : words.head.more} />
            </button>
          )}
        </div>
        <HelpIcon room={room} />
        {isOpen.value && <Tools room={room} />}
        <StaffPart room={room} />
      </div>
      {today ? <Fuse today={today} /> : <div class="fuse" />}
    </header>
  );
}

function Online({ room }: { room: Room }) {
  const isOpen = room.link.state.value.is === "open";
  return (
    <span class="live">
      <i class={isOpen ? "dot" : "dot off"} />
      {/* Before the room has said how many, it would be nobody. */}
      {isOpen && room.online.value > 0 && <Changing text={words.head.here(room.online.value)} />}
    </span>
  );
}

function Account({ room }: { room: Room }) {
  const you = room.you.value;
  // Who is signed in, and not let in yet or any more, has nothing to sign in to.
  if (!you && local.recall(KEYS.token) !== undefined) return <span class="quiet">{"\u00a0"}</span>;
  if (!you || you.kind === "guest") {
    return (
      <a class="quiet" href={address("/login")}>
        {words.head.signIn}
      </a>
    );
  }
  return (
    <span class="account">
      {(you.kind === "admin" || you.kind === "moderator") && (
        <a class="quiet" href={address("/admin")}>
          {words.head.admin}
        </a>
      )}
      <a class="quiet self" href={address("/account")} aria-label={words.head.account(you.name)}>
        <Person />
        <span class="name" dir="auto" translate={false}>
          {you.name}
        </span>
      </a>
      <button type="button" class="quiet" onClick={() => void goOnAsGuest(room)}>
        {words.head.signOut}
      </button>
    </span>
  );
}

/** As long as what is left of the day. */
function Fuse({ today }: { today: Today }) {
  const left = (today.wipesAt - roomNow.value) / dayLength(today.wipesAt, today.timezone);
  const percent = Math.min(100, Math.max(0, left * 100));
  return (
    <div class="fuse" role="img" aria-label={words.head.fuse(Math.round(percent))}>
      <i style={{ width: `${percent.toFixed(2)}%` }} />
    </div>
  );
}
