import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { RULES_CHARS, TOPIC_CHARS } from "../../src/wire/limits.ts";
import type { TopicEntry } from "../../src/wire/topics.ts";
import { words } from "../words/office-words.ts";
import { words as topicWords } from "../words/topic-words.ts";
import type { Wish } from "./topics-plan.ts";

interface Props {
  /** Names the form. */
  label: string;
  /** What is changed, if anything. */
  entry?: TopicEntry | undefined;
  /** Above the topic. */
  children?: ComponentChildren;
  save(wish: Wish): Promise<boolean>;
  close(): void;
}

/** A topic and its rules, written where they stand. Escape gives it up. */
export function EntryForm({ label, entry, children, save, close }: Props) {
  const id = useId();
  const topic = useRef<HTMLInputElement>(null);
  const rules = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // Before the next key: who opens it by keys types on.
  useLayoutEffect(() => {
    const end = topic.current?.value.length ?? 0;
    topic.current?.setSelectionRange(end, end);
    form.current?.querySelector("input")?.focus();
  }, []);
  const submit = async () => {
    const wish = wishOf(entry, topic.current?.value ?? "", rules.current?.value ?? "");
    if (await save(wish)) close();
  };
  return (
    <form
      ref={form}
      class="form entry"
      aria-label={label}
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <div class="field">
        <label for={`${id}-topic`}>{words.admin.topic}</label>
        <div class="input">
          <input
            id={`${id}-topic`}
            ref={topic}
            required
            dir="auto"
            maxLength={TOPIC_CHARS}
            defaultValue={entry?.topic ?? ""}
          />
        </div>
      </div>
      <div class="field">
        <label for={`${id}-rules`}>{words.admin.rules}</label>
        <div class="input">
          <textarea
            id={`${id}-rules`}
            ref={rules}
            rows={2}
            dir="auto"
            maxLength={RULES_CHARS}
            aria-describedby={`${id}-hint`}
            defaultValue={entry?.rules ?? ""}
          />
        </div>
        <p class="hint" id={`${id}-hint`}>
          {topicWords.rulesHint}
        </p>
      </div>
      <div class="topic-acts">
        <button type="submit" class="go">
          {topicWords.save}
        </button>
        <button type="button" class="quiet" onClick={close}>
          {words.admin.cancel}
        </button>
      </div>
    </form>
  );
}

/** An empty box asks for the usual rules, unless it was empty because there are to be none. */
function wishOf(entry: TopicEntry | undefined, topic: string, rules: string): Wish {
  const isNone = rules.trim() === "";
  return isNone && entry?.rules !== "" ? { topic } : { topic, rules };
}
