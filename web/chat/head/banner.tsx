import { useEffect, useRef } from "preact/hooks";
import type { LinkState } from "../../../client/link-state.ts";
import { banSentence } from "../../shared/ban.ts";
import { Changing } from "../../shared/changing.tsx";
import { now } from "../../shared/clock.ts";
import { Counting } from "../../shared/counting.tsx";
import { UndoButton } from "../../shared/undo.tsx";
import { words } from "../../words/words.ts";
import { isOld } from "../state/page-age.ts";
import type { Room } from "../state/room.ts";
import { secondsTo } from "../state/standing.ts";

const READ_MS = 8_000;

/** How the connection is, when it is not well, and what there is to say about it. */
export function Banner({ room }: { room: Room }) {
  const state = room.link.state.value;
  const status = room.status.value;
  useEffect(() => {
    if (status === "") return;
    const timer = setTimeout(() => {
      room.status.value = "";
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [room, status]);
  const isFirst = useRef(true);
  if (state.is !== "connecting") isFirst.current = false;
  const isWell = state.is === "open" || isFirst.current;
  return (
    <aside>
      {!isWell && <Trouble room={room} state={state} />}
      <p class={isOld.value && isWell ? "banner" : "unseen"} role="status">
        {isOld.value && isWell && <Old />}
      </p>
      <p class="unseen" role="status">
        <Changing text={isWell ? "" : trouble(room, state)} />
      </p>
      <p class={status === "" ? "unseen" : "banner"} role="status">
        <Changing text={status} />
        {status === room.own.asked.wait.value.why && (
          <Counting until={room.own.asked.wait.value.until} />
        )}
        <UndoButton offer={room.undo} run={(undo) => undo()} />
      </p>
      <p class="unseen" role="status">
        <Changing text={room.announcer.summary.value} />
      </p>
    </aside>
  );
}

/** What is written and what is not sent yet survive it. */
function Old() {
  return (
    <>
      <Changing text={words.link.old} />{" "}
      <button type="button" class="plain" onClick={() => location.reload()}>
        {words.link.reload}
      </button>
    </>
  );
}

function Trouble({ room, state }: { room: Room; state: LinkState }) {
  const isBlocked = room.polling.isBlocked.value;
  switch (state.is) {
    case "open":
      return null;
    case "connecting":
      return (
        <p class="banner lost">
          <Changing text={isBlocked ? words.link.blocked : words.link.trying} />
        </p>
      );
    case "waiting": {
      const seconds = Math.max(1, Math.ceil((state.until - now.value) / 1_000));
      const told = state.why && words.link.closed[state.why.code];
      const why = isBlocked ? words.link.blocked : told;
      return (
        <p class="banner lost">
          <Changing text={why ? words.link.why(why, seconds) : words.link.lost(seconds)} />{" "}
          <button type="button" class="plain" onClick={() => room.link.reconnect()}>
            {words.link.now}
          </button>
        </p>
      );
    }
    case "ended":
      return <Ended state={state} />;
  }
}

/** Who is banned is told why and until when, and may come back then. */
function Ended({ state: { why, ban } }: { state: Extract<LinkState, { is: "ended" }> }) {
  const isOver = ban !== undefined && secondsTo(ban) === 0;
  const told = ban ? banSentence(ban) : words.link.closed[why.code];
  return (
    <p class="banner ended" role="alert">
      <Changing text={isOver ? words.link.banOver : told} />
      {isOver && (
        <button type="button" class="plain" onClick={() => location.reload()}>
          {words.link.reload}
        </button>
      )}
    </p>
  );
}

/** Said once when the connection breaks, not with every second of the countdown. */
function trouble(room: Room, state: LinkState): string {
  if (state.is === "ended") return "";
  return room.polling.isBlocked.value ? words.link.blocked : words.link.broken;
}
