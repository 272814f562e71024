import { words } from "../words/topic-words.ts";

interface Props {
  topic: string;
  rules: string | null;
  usual: string;
}

/** A topic, and its rules where they are not the usual ones. */
export function TopicText({ topic, rules, usual }: Props) {
  const isUsual = rules === null || rules === usual;
  return (
    <div class="topic-text">
      <p dir="auto">{topic}</p>
      {!isUsual && (
        <p class="rules" dir="auto">
          {rules === "" ? words.noRules : rules}
        </p>
      )}
    </div>
  );
}
