import { useEffect, useMemo } from "preact/hooks";
import { words } from "../words/office-words.ts";
import type { AdminSession } from "./session.ts";
import { TopicForm } from "./topic-form.tsx";
import { Days } from "./topics-days.tsx";
import { TopicPlan } from "./topics-plan.ts";
import { Rotation } from "./topics-rotation.tsx";

/** Today's topic, and those of the days to come. */
export function Topics({ session }: { session: AdminSession }) {
  const plan = useMemo(() => new TopicPlan(session), [session]);
  useEffect(() => plan.follow(), [plan]);
  const today = session.today.value;
  if (!plan.ahead.value || !today) return <p class="note">{words.admin.loading}</p>;
  return (
    <div class="topics">
      <div class="stack">
        <TopicForm session={session} topic={today.topic} rules={today.rules} />
        <Days plan={plan} />
      </div>
      <Rotation plan={plan} />
    </div>
  );
}
