import type { First } from "../events/first.ts";
import type { RoomEvent } from "../events/kinds.ts";
import { isFirst } from "../events/message.ts";
import { isStaff } from "../room/keys.ts";
import type { Appended, Sender, Submission } from "../room/ports.ts";
import { SNAPSHOT_MESSAGES } from "../wire/limits.ts";
import type { Socket } from "./session.ts";

/**
 * Which messages are newcomers' first of the day, and who is told: staff, and regulars who spoke on
 * this node. See the decision on the first word.
 */
export class FirstWords {
  #ids: readonly number[] = [];
  readonly #regulars = new Set<string>();

  /** Those among the messages that a new client is sent. */
  begin(messages: readonly { id: number; isFirst: boolean }[]): void {
    this.#ids = messages.flatMap(({ id, isFirst }) => (isFirst ? [id] : []));
  }

  /** Whoever speaks has a standing. */
  tried(submissions: readonly Submission[], { standings }: Appended): void {
    for (const [index, { sender }] of submissions.entries()) {
      if (standings[index] === "regular") this.#regulars.add(sender.key);
      else this.#regulars.delete(sender.key);
    }
  }

  /** Tells of those among these events, which come next in the log. */
  tell(
    events: readonly RoomEvent[],
    sockets: Iterable<Socket>,
    tell: (socket: Socket, first: First) => void,
  ): void {
    const first = this.#take(events);
    if (first === null) return;
    for (const socket of sockets) if (this.#isFor(socket.data.sender)) tell(socket, first);
  }

  /** What a client is told with its welcome. */
  toldTo(sender: Sender | null): First[] {
    const isTold = this.#ids.length > 0 && this.#isFor(sender);
    return isTold ? [{ type: "first", ids: [...this.#ids] }] : [];
  }

  #take(events: readonly RoomEvent[]): First | null {
    const cleared = events.findLastIndex(({ type }) => type === "cleared");
    if (cleared >= 0) {
      this.#ids = [];
      this.#regulars.clear();
    }
    const ids = events.slice(cleared + 1).flatMap((event) => (isFirst(event) ? [event.id] : []));
    if (ids.length === 0) return null;
    this.#ids = [...this.#ids, ...ids].slice(-SNAPSHOT_MESSAGES);
    return { type: "first", ids: ids.slice(-SNAPSHOT_MESSAGES) };
  }

  #isFor(sender: Sender | null): boolean {
    return sender !== null && (isStaff(sender.kind) || this.#regulars.has(sender.key));
  }
}
