import { useId, useRef } from "preact/hooks";
import { PLANNED_DAYS } from "../../src/wire/limits.ts";
import type { DayAhead } from "../../src/wire/topics.ts";
import { bindPresses } from "../shared/bind-presses.ts";
import { words } from "../words/topic-words.ts";
import { daysLater, formatDay } from "./topics-dates.ts";
import { EntryForm } from "./topics-form.tsx";
import { useOpening } from "./topics-opening.ts";
import type { TopicPlan } from "./topics-plan.ts";
import { TopicText } from "./topics-text.tsx";

/** The days to come, each with what it would open with. */
export function Days({ plan }: { plan: TopicPlan }) {
  return (
    <section class="panel" ref={bindPresses}>
      <h2>
        {words.days} <small>{words.daysHint}</small>
      </h2>
      <ol class="topic-rows">
        {plan.days().map((day) => (
          <Day key={day.date} day={day} plan={plan} />
        ))}
      </ol>
      <OtherDay plan={plan} />
    </section>
  );
}

function Day({ day, plan }: { day: DayAhead; plan: TopicPlan }) {
  const { date, topic, rules, from } = day;
  const form = useOpening();
  const name = formatDay(date);
  const isPlanned = from === "planned";
  const label = isPlanned ? words.editLabel(name) : words.planLabel(name);
  const usual = plan.ahead.value?.default.rules ?? "";
  return (
    <li>
      <p class="topic-day">
        <time dateTime={date}>{name}</time>
        <span class={`from ${from}`}>{words.from[from]}</span>
      </p>
      {form.isOpen ? (
        <EntryForm
          label={label}
          entry={plan.plannedFor(date)}
          save={(wish) => plan.plan(date, wish)}
          close={form.close}
        />
      ) : (
        <>
          <TopicText topic={topic} rules={rules} usual={usual} />
          <div class="topic-acts">
            <button
              ref={form.opener}
              type="button"
              class="act"
              aria-label={label}
              onClick={form.open}
            >
              {isPlanned ? words.edit : words.plan}
            </button>
            {isPlanned && (
              <button
                type="button"
                class="act"
                aria-label={words.removeLabel(name)}
                onClick={() => {
                  form.opener.current?.focus();
                  void plan.unplan(date);
                }}
              >
                {words.remove}
              </button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

/** For a day that is further ahead than the list. */
function OtherDay({ plan }: { plan: TopicPlan }) {
  const form = useOpening();
  const id = useId();
  const date = useRef<HTMLInputElement>(null);
  const first = plan.ahead.value?.days[0]?.date;
  if (first === undefined) return null;
  if (!form.isOpen) {
    return (
      <div class="topic-more">
        <button ref={form.opener} type="button" class="act" onClick={form.open}>
          {words.other}
        </button>
      </div>
    );
  }
  return (
    <div class="topic-more">
      <EntryForm
        label={words.other}
        save={(wish) => plan.plan(date.current?.value ?? "", wish)}
        close={form.close}
      >
        <div class="field">
          <label for={id}>{words.date}</label>
          <div class="input">
            <input
              id={id}
              ref={date}
              type="date"
              required
              min={first}
              max={daysLater(first, PLANNED_DAYS - 1)}
            />
          </div>
        </div>
      </EntryForm>
    </div>
  );
}
