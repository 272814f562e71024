import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { RULES_CHARS, TOPIC_CHARS } from "../../src/wire/limits.ts";
import { words } from "../words/office-words.ts";
import type { AdminSession } from "./session.ts";

/** Today's topic and rules. What somebody else changes shows here, unless it would undo what is being written. */
export function TopicForm({
  session,
  ...given
}: {
  session: AdminSession;
  topic: string;
  rules: string;
}) {
  const topic = useSignal(given.topic);
  const rules = useSignal(given.rules);
  const isTouched = useSignal(false);
  useEffect(() => {
    if (isTouched.peek()) return;
    topic.value = given.topic;
    rules.value = given.rules;
  }, [given.topic, given.rules, topic, rules, isTouched]);
  const change = async () => {
    const body = { topic: topic.peek(), rules: rules.peek() };
    if (await session.act("POST", "/api/admin/topic", words.admin.changed, body))
      isTouched.value = false;
  };
  return (
    <section class="panel">
      <h2>{words.admin.topicTitle}</h2>
      <form
        class="form"
        onInput={() => {
          isTouched.value = true;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <div class="field">
          <label for="topic">{words.admin.topic}</label>
          <div class="input">
            <input
              id="topic"
              required
              dir="auto"
              maxLength={TOPIC_CHARS}
              value={topic.value}
              onInput={(event) => {
                topic.value = event.currentTarget.value;
              }}
            />
          </div>
        </div>
        <div class="field">
          <label for="rules">{words.admin.rules}</label>
          <div class="input">
            <textarea
              id="rules"
              rows={3}
              dir="auto"
              maxLength={RULES_CHARS}
              value={rules.value}
              onInput={(event) => {
                rules.value = event.currentTarget.value;
              }}
            />
          </div>
        </div>
        <button type="submit" class="go">
          {words.admin.change}
        </button>
      </form>
    </section>
  );
}
