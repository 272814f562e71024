import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Changing } from "../../shared/changing.tsx";
import { Close } from "../../shared/icons.tsx";
import { loadPart } from "../../shared/load-part.ts";
import { words } from "../../words/words.ts";
import { QuoteLine } from "../log/quote-line.tsx";
import type { Room } from "../state/room.ts";

/** What is to be known of what one writes next, and of what one reads: what it replies to, and whom one ignores. */
export function BesideLines({ room }: { room: Room }) {
  const quiet = room.quiet.part.value;
  const cooling = useCoolOffer(room);
  return (
    <div class="inner">
      {cooling && <cooling.CoolOffer room={room} />}
      {quiet && <quiet.QuietLine />}
      <IgnoredLine room={room} />
      <ReplyLine room={room} />
    </div>
  );
}

const load = () => loadPart(() => import("./cool-offer.tsx"));

/** What offers a minute to cool, once it is due and has come. */
function useCoolOffer({ speech: { cooling } }: Room) {
  const offer = useSignal<Awaited<ReturnType<typeof load>> | undefined>(undefined);
  const isDue = cooling.isDue.value;
  useEffect(() => {
    if (!isDue) return;
    load().then(
      (part) => {
        offer.value = part;
        cooling.offered();
      },
      // It was not asked for, so nothing is said to its reader.
      (error: unknown) => {
        console.error("A part of the page did not come.", error);
        cooling.end();
      },
    );
  }, [offer, cooling, isDue]);
  return isDue ? offer.value : undefined;
}

/** As long as what is replied to stands. */
function ReplyLine({ room }: { room: Room }) {
  // What stands changes with what is shown.
  const quote = room.entries.value && room.quote(room.reply.to.value);
  if (!quote) return null;
  return (
    <div class="beside">
      <QuoteLine quote={quote} room={room} />
      <button
        type="button"
        class="icon"
        aria-label={words.log.noReply}
        title={words.log.noReply}
        onClick={() => {
          room.reply.end();
          document.getElementById("message")?.focus();
        }}
      >
        <Close />
      </button>
    </div>
  );
}

function IgnoredLine({ room }: { room: Room }) {
  const { ignored, entries } = room;
  if (ignored.names.value.size === 0) return null;
  return (
    <p class="beside">
      <span>
        <Changing text={words.log.ignored(ignored.linesIn(entries))} />
      </span>
      <button type="button" class="plain" onClick={() => ignored.dropAll()}>
        {words.log.ignoreNobody}
      </button>
    </p>
  );
}
