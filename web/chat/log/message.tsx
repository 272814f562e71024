import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Changing } from "../../shared/changing.tsx";
import { Bin, Heart, Sprout } from "../../shared/icons.tsx";
import { words } from "../../words/words.ts";
import type { Line } from "../state/entries.ts";
import type { Room } from "../state/room.ts";
import { QuoteLine } from "./quote-line.tsx";
import { SaidText } from "./said-text.tsx";

const SURE_WITHIN_MS = 5_000;

/** So much of a message tells which one a button is about. */
const NAMED_BY = 60;

/** One message, with what its reader may do about it. `who`: the element that names who said it. */
export function MessageLine({ line, who, room }: { line: Line; who: string; room: Room }) {
  const { seq, text, place } = line;
  if (text === null || place !== undefined) {
    return (
      <p class="msg tomb" style={{ minHeight: `${place ?? 0}px` }}>
        {text === null && words.log.removed}
      </p>
    );
  }
  return (
    <article
      class={line.named ? "said named" : "said"}
      data-seq={seq}
      aria-labelledby={`${who} t${seq}`}
    >
      {line.quote && <QuoteLine quote={line.quote} room={room} />}
      {line.isFirst && (
        <span class="first" role="img" aria-label={words.log.first} title={words.log.first}>
          <Sprout />
        </span>
      )}
      {line.named && <span class="unseen">{words.log.named}</span>}
      <SaidText id={`t${seq}`} text={text} />
      {line.mine ? <TakeBack line={line} room={room} /> : <Felt line={line} room={room} />}
    </article>
  );
}

/** What a button does, and to which message. */
function named(act: string, { text }: Line): string {
  const begin = (text ?? "").slice(0, NAMED_BY);
  // Between the halves of a character nothing is cut.
  const isCut = begin.length < (text ?? "").length;
  return words.own.of(act, isCut ? `${begin.replace(/[\ud800-\udbff]$/, "")}…` : begin);
}

function Felt({ line, room }: { line: Line; room: Room }) {
  const label = words.own.felt(line.felt);
  return (
    <button
      type="button"
      class={line.felt > 0 ? "act felt" : "act"}
      aria-pressed={line.feltByMe}
      aria-label={named(label, line)}
      title={label}
      onClick={() => room.own.feel(line.seq)}
    >
      <Heart filled={line.feltByMe} />
      {line.felt > 0 && (
        <span aria-hidden="true" translate={false}>
          {words.head.number(line.felt)}
        </span>
      )}
    </button>
  );
}

/** Asks by itself: the second press, soon after the first, means it. */
function TakeBack({ line, room }: { line: Line; room: Room }) {
  const asked = useSignal(false);
  useEffect(() => {
    if (!asked.value) return;
    const timer = setTimeout(() => {
      asked.value = false;
    }, SURE_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [asked, asked.value]);
  const press = () => {
    if (asked.peek()) room.own.erase(line.seq);
    else asked.value = true;
  };
  return (
    <>
      {line.felt > 0 && (
        <span class="act felt still" role="img" aria-label={words.own.felt(line.felt)}>
          <Heart filled={false} />
          <span aria-hidden="true" translate={false}>
            {words.head.number(line.felt)}
          </span>
        </span>
      )}
      {asked.value ? (
        <button
          type="button"
          class="act sure"
          aria-label={named(words.own.sure, line)}
          onClick={press}
        >
          <Changing text={words.own.sure} />
        </button>
      ) : (
        <button
          type="button"
          class="act"
          aria-label={named(words.own.erase, line)}
          title={words.own.erase}
          onClick={press}
        >
          <Bin />
        </button>
      )}
    </>
  );
}
