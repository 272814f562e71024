import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { REASON_CHARS } from "../../src/wire/limits.ts";
import { words } from "../words/office-words.ts";
import type { LiveFeed, Row } from "./live-feed.ts";

const MINUTES = [1, 10, 60] as const;

/** What can be done about whoever said a message. Opens when it is drawn. */
export function SenderActs({ row, live, close }: { row: Row; live: LiveFeed; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const reason = useSignal("");
  useEffect(() => dialog.current?.showModal(), []);
  const run = (act: () => Promise<unknown>) => () => {
    dialog.current?.close();
    void act();
  };
  const why = () => reason.peek().trim();
  return (
    <dialog class="sender" ref={dialog} aria-labelledby="sender" onClose={close}>
      <h2 id="sender">{words.acts.title(row.user)}</h2>
      <p class="quote" dir="auto">
        {row.text ?? words.log.removed}
      </p>
      <div class="field">
        <label for="reason">{words.acts.reason}</label>
        <div class="input">
          <input
            id="reason"
            dir="auto"
            maxLength={REASON_CHARS}
            onInput={({ currentTarget }) => {
              reason.value = currentTarget.value;
            }}
          />
        </div>
        <p class="hint">{words.acts.reasonHint}</p>
      </div>
      <h3 id="mute">{words.acts.mute}</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row */}
      <div class="row" role="group" aria-labelledby="mute">
        {MINUTES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            class="act"
            onClick={run(() => live.mute(row, minutes, why()))}
          >
            {words.acts.minutes(minutes)}
          </button>
        ))}
        <button
          type="button"
          class="act"
          onClick={run(() => live.mute(row, live.minutesLeft(), why()))}
        >
          {words.acts.midnight}
        </button>
      </div>
      <h3>{words.acts.more}</h3>
      <div class="row">
        <button type="button" class="act bad" onClick={run(() => live.ban(row, why()))}>
          {words.admin.ban}
        </button>
        <button type="button" class="act bad" onClick={run(() => live.eraseSender(row))}>
          {words.acts.eraseAll}
        </button>
      </div>
      <p class="hint">{words.acts.banHint}</p>
      <div class="choices">
        <button type="button" class="act" onClick={() => dialog.current?.close()}>
          {words.admin.cancel}
        </button>
      </div>
    </dialog>
  );
}
