import { TOPIC_DAYS_SHOWN } from "../wire/limits.ts";
import type { Topic } from "./commands.ts";
import type { Log } from "./ports.ts";
import type { Room } from "./room.ts";
import { openingsAfter, type TopicPlan } from "./topics.ts";

export interface TopicsAhead extends TopicPlan {
  usual: Topic;
  /** The next days, each with what it would open with as things are. */
  days: ReturnType<typeof openingsAfter>;
}

interface Parts {
  room: Pick<Room, "guard" | "today">;
  log: Pick<Log, "topics">;
  /** The topic and the rules of the configuration. */
  usual: Topic;
}

/** The topics of the days to come. */
export class TopicCalendar {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async ahead(): Promise<TopicsAhead> {
    const { room, log, usual } = this.#parts;
    const { date: today } = room.today();
    const plan = await room.guard(() => log.topics());
    // A node whose clock is behind may be asked for days that others have begun.
    const planned = plan.planned.filter(({ date }) => date > today);
    const days = openingsAfter(today, TOPIC_DAYS_SHOWN, plan, usual);
    return { ...plan, planned, usual, days };
  }
}
