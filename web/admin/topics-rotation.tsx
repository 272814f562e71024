import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { ROTATION_TOPICS } from "../../src/wire/limits.ts";
import { bindPresses } from "../shared/bind-presses.ts";
import { Down } from "../shared/icons.tsx";
import { words } from "../words/topic-words.ts";
import { EntryForm } from "./topics-form.tsx";
import { useOpening } from "./topics-opening.ts";
import type { TopicPlan, Turn } from "./topics-plan.ts";
import { TopicText } from "./topics-text.tsx";

type Move = (key: number, by: -1 | 1) => void;

/** The topics that days without a plan take in turn. */
export function Rotation({ plan }: { plan: TopicPlan }) {
  const turns = plan.turns.value;
  const section = useRef<HTMLElement>(null);
  // What had the focus may be elsewhere now, or gone.
  const refocus = useRef<(() => HTMLElement | null | undefined) | undefined>(undefined);
  useLayoutEffect(() => {
    refocus.current?.()?.focus();
    refocus.current = undefined;
  }, [turns]);
  const move: Move = (key, by) => {
    refocus.current = () => {
      const icons = section.current?.querySelectorAll<HTMLButtonElement>(
        `[data-key="${key}"] .icon`,
      );
      const [up, down] = icons ?? [];
      const [same, back] = by === -1 ? [up, down] : [down, up];
      return same?.disabled ? back : same;
    };
    void plan.move(key, by);
  };
  const remove = (key: number) => {
    const place = turns.findIndex((turn) => turn.key === key);
    refocus.current = () => {
      const rows = section.current?.querySelectorAll(".topic-rows > li") ?? [];
      const row = rows[place] ?? rows[place - 1] ?? section.current;
      return row?.querySelector<HTMLElement>(".act:last-child");
    };
    void plan.remove(key);
  };
  useEffect(() => bindPresses(section.current), []);
  return (
    <section class="panel" ref={section}>
      <h2>
        {words.rotation} <small>{words.rotationHint}</small>
      </h2>
      {turns.length === 0 && <p class="note">{words.rotationNone}</p>}
      <ol class="topic-rows">
        {turns.map((turn, place) => (
          <Entry
            key={turn.key}
            turn={turn}
            place={place}
            isLast={place === turns.length - 1}
            isNext={turn.key === plan.next.value}
            plan={plan}
            move={move}
            remove={remove}
          />
        ))}
      </ol>
      <AddTurn plan={plan} isFull={turns.length >= ROTATION_TOPICS} />
    </section>
  );
}

interface EntryProps {
  turn: Turn;
  place: number;
  isLast: boolean;
  isNext: boolean;
  plan: TopicPlan;
  move: Move;
  remove: (key: number) => void;
}

function Entry({ turn, place, isLast, isNext, plan, move, remove }: EntryProps) {
  const { key, topic, rules } = turn;
  const form = useOpening();
  if (form.isOpen) {
    return (
      <li>
        <EntryForm
          label={words.editLabel(topic)}
          entry={turn}
          save={(wish) => plan.change(key, wish)}
          close={form.close}
        />
      </li>
    );
  }
  return (
    <li data-key={key}>
      {isNext && <p class="from planned">{words.next}</p>}
      <TopicText topic={topic} rules={rules} usual={plan.ahead.value?.default.rules ?? ""} />
      <div class="topic-acts">
        <button
          type="button"
          class="icon up"
          aria-label={words.up(topic)}
          title={words.upTitle}
          disabled={place === 0}
          onClick={() => move(key, -1)}
        >
          <Down />
        </button>
        <button
          type="button"
          class="icon"
          aria-label={words.down(topic)}
          title={words.downTitle}
          disabled={isLast}
          onClick={() => move(key, 1)}
        >
          <Down />
        </button>
        <button
          ref={form.opener}
          type="button"
          class="act"
          aria-label={words.editLabel(topic)}
          onClick={form.open}
        >
          {words.edit}
        </button>
        <button
          type="button"
          class="act"
          aria-label={words.removeLabel(topic)}
          onClick={() => remove(key)}
        >
          {words.remove}
        </button>
      </div>
    </li>
  );
}

function AddTurn({ plan, isFull }: { plan: TopicPlan; isFull: boolean }) {
  const form = useOpening();
  if (isFull) return <p class="note">{words.full(ROTATION_TOPICS)}</p>;
  return (
    <div class="topic-more">
      {form.isOpen ? (
        <EntryForm label={words.add} save={(wish) => plan.add(wish)} close={form.close} />
      ) : (
        <button ref={form.opener} type="button" class="act" onClick={form.open}>
          {words.add}
        </button>
      )}
    </div>
  );
}
