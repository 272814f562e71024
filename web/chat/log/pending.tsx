import type { Pending } from "../../../client/outbox.ts";
import { Changing } from "../../shared/changing.tsx";
import { now } from "../../shared/clock.ts";
import { Counting } from "../../shared/counting.tsx";
import { words } from "../../words/words.ts";
import { joins } from "../state/entries.ts";
import type { Room } from "../state/room.ts";
import { Who } from "./group.tsx";
import { QuoteLine } from "./quote-line.tsx";
import { SaidText } from "./said-text.tsx";

/** What this page has sent and the room does not show yet. Silent: it is read out once the room has it. */
export function PendingLines({ room }: { room: Room }) {
  const waiting = room.speech.pending.value.filter(({ seenAs }) => seenAs === undefined);
  const [first] = waiting;
  if (!first) return null;
  const last = room.entries.value.at(-1);
  const continues = last?.type === "group" && joins(last, first.user, first.at);
  const kind = room.you.value?.kind ?? "guest";
  return (
    <li class={continues ? "group mine continued" : "group mine"} aria-live="off">
      {!continues && <Who user={first.user} kind={kind} at={first.at} />}
      {waiting.map((pending, index) => (
        <Waiting key={pending.ref} room={room} pending={pending} before={index} />
      ))}
    </li>
  );
}

/** `before`: how many others go first. */
function Waiting({ room, pending, before }: { room: Room; pending: Pending; before: number }) {
  const quote = room.quote(pending.re);
  return (
    <div class={pending.state.is === "stored" ? "own" : "own unsent"}>
      {quote && <QuoteLine quote={quote} room={room} />}
      <SaidText text={pending.text} />
      {pending.state.is === "sending" && (
        <p class="state">
          <Changing text={whenSent(room, before)} />
        </p>
      )}
      {pending.state.is === "failed" && (
        <p class="state bad" role="alert">
          <Changing text={words.outbox.failed(pending.state.why)} />
          <Counting until={pending.state.until ?? 0} />{" "}
          <button type="button" class="plain" onClick={() => room.sayAgain(pending.ref)}>
            {words.outbox.again}
          </button>{" "}
          <button type="button" class="plain" onClick={() => room.speech.takeBack(pending.ref)}>
            {words.outbox.discard}
          </button>
        </p>
      )}
    </div>
  );
}

function whenSent(room: Room, before: number): string {
  if (room.link.state.value.is !== "open") return words.outbox.waiting;
  if (room.speech.isProving.value) return words.shield.proving;
  const next = room.speech.againAt.value;
  if (next === 0) return words.outbox.sending;
  const seconds = (next - now.value) / 1_000 + before * room.standing.slowSeconds.value;
  return words.outbox.goes(Math.max(1, Math.ceil(seconds)));
}
