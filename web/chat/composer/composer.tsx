import { useSignal } from "@preact/signals";
import type { TargetedInputEvent } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { TEXT_GRAPHEMES } from "../../../src/wire/limits.ts";
import { Changing } from "../../shared/changing.tsx";
import { now } from "../../shared/clock.ts";
import { isStill } from "../../shared/motion.ts";
import { words } from "../../words/words.ts";
import { Tools } from "../dialogs/tools.tsx";
import type { Room } from "../state/room.ts";
import { BesideLines } from "./beside-lines.tsx";
import { BurnButton, Flames, undoes } from "./burn.tsx";
import { DRAFT_UNITS, Draft } from "./draft.ts";
import { EmojiButton } from "./emoji-button.tsx";
import { Name } from "./name.tsx";
import { Send } from "./send.tsx";
import { StandingLine } from "./standing-line.tsx";
import { hasTooManyLines, length } from "./text-length.ts";

const COUNT_FROM = TEXT_GRAPHEMES * 0.8;
const growsByItself = CSS.supports("field-sizing", "content");

/** Where a reader becomes a speaker. Nothing here is ever disabled or emptied but by the writer. */
export function Composer({ room }: { room: Room }) {
  const draft = useMemo(() => new Draft(), []);
  const text = draft.text.value;
  const box = useRef<HTMLTextAreaElement>(null);
  const burning = useSignal("");
  const burn = () => {
    const burned = draft.text.peek();
    if (burned.trim() !== "") {
      burning.value = isStill() ? "" : burned;
      draft.write("");
      room.offerUndo(words.burn.done, () => {
        // What was written meanwhile stays.
        draft.write([burned, draft.text.peek()].filter(Boolean).join("\n"));
        room.status.value = words.undo.back;
        box.current?.focus();
      });
    }
    box.current?.focus();
  };
  const { count, atLeast } = length(text.trim());
  const isTooLong = count > TEXT_GRAPHEMES;
  const isTooTall = hasTooManyLines(text.trim());
  const wait = secondsUntil(room.speech.blockedUntil.value);
  const seconds = Math.max(wait, room.standing.mutedFor.value);
  const isEnded = room.link.state.value.is === "ended";
  const canSend =
    room.you.value !== undefined && !isEnded && !isTooLong && !isTooTall && seconds <= 0;
  const send = () => {
    const said = draft.text.peek().trim();
    if (!canSend || said === "") return;
    room.say(said);
    draft.write("");
  };
  useLayoutEffect(() => {
    if (!growsByItself && box.current) fit(box.current);
  }, [text]);
  return (
    <footer>
      <div class="composer">
        <div>
          <BesideLines room={room} />
          <form
            class="inner"
            onSubmit={(event) => {
              event.preventDefault();
              send();
              box.current?.focus();
            }}
          >
            <div class="as">
              <Name room={room} />
              {count >= COUNT_FROM && (
                <Count count={count} atLeast={atLeast} isTooLong={isTooLong} />
              )}
              {isTooTall && (
                <span class="count over" role="status">
                  {words.refused.too_many_lines}
                </span>
              )}
              <EmojiButton room={room} box={box} />
            </div>
            <StandingLine room={room} />
            <p class="cut" role="status">
              {draft.isCut.value && <Changing text={words.composer.cut} />}
            </p>
            <div class="write">
              <div class="paper">
                <textarea
                  ref={box}
                  id="message"
                  rows={1}
                  dir="auto"
                  enterkeyhint="enter"
                  aria-label={words.composer.label}
                  placeholder={burning.value === "" ? words.composer.placeholder : ""}
                  value={text}
                  maxLength={DRAFT_UNITS}
                  onBeforeInput={(event) => {
                    if (!fits(event)) draft.isCut.value = true;
                  }}
                  onInput={({ currentTarget }) => {
                    burning.value = "";
                    room.speech.prepareProof(room.standing);
                    const taken = draft.write(currentTarget.value);
                    if (taken !== currentTarget.value) currentTarget.value = taken;
                  }}
                  onKeyDown={(event) => {
                    if (undoes(event)) room.undo.take()?.();
                    if (event.key === "Escape") room.reply.end();
                    if (!sends(event)) return;
                    event.preventDefault();
                    send();
                  }}
                />
                <Flames burning={burning} />
              </div>
              <button type="submit" class="go send" disabled={!canSend}>
                <Send seconds={seconds} />
              </button>
            </div>
            <BurnButton burn={burn} />
            <Accept room={room} />
          </form>
          <div class="inner">
            <Tools room={room} />
          </div>
        </div>
      </div>
    </footer>
  );
}

/** An input method's Enter belongs to it, and on a touch keyboard Enter is a new line. */
function sends(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return false;
  // Safari says so only in this way: there, the composition has ended a moment before.
  if (event.keyCode === 229) return false;
  return !matchMedia("(pointer: coarse)").matches;
}

/** The browser itself takes no more than fits, and does not say so. */
function fits({ currentTarget: box, data }: TargetedInputEvent<HTMLTextAreaElement>): boolean {
  const replaced = box.selectionEnd - box.selectionStart;
  return box.value.length - replaced + (data?.length ?? 0) <= DRAFT_UNITS;
}

/** Asks for the present only while there is something to wait for. */
function secondsUntil(then: number): number {
  return then > now.peek() ? Math.ceil((then - now.value) / 1_000) : 0;
}

function fit(box: HTMLTextAreaElement): void {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}

/** The rules are accepted with the first message of the day. */
function Accept({ room }: { room: Room }) {
  const day = room.day.today.value?.day;
  const accepted = room.day.acceptedOn.value;
  if (accepted !== undefined && (day === undefined || accepted === day)) return null;
  // Its place is kept from the start, so that the textbox does not move when the day is known.
  return <p class={day === undefined ? "accept coming" : "accept"}>{words.composer.accept}</p>;
}

function Count(props: { count: number; atLeast: boolean; isTooLong: boolean }) {
  const used = words.composer.used(props.count, props.atLeast);
  return (
    <span class={props.isTooLong ? "count over" : "count"}>
      <span aria-hidden="true" translate={false}>
        {words.composer.length(used, TEXT_GRAPHEMES)}
      </span>
      <span class="unseen" role="status">
        <Changing text={props.isTooLong ? words.composer.tooLong : words.composer.near} />
      </span>
    </span>
  );
}
