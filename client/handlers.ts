import type { ServerEvent } from "../src/wire/frames.ts";

/** One handler for each kind of event that the server may send. */
export type Handlers = {
  readonly [Type in ServerEvent["type"]]: (event: Extract<ServerEvent, { type: Type }>) => void;
};

/** A method takes any event; the table is asked by the event's own type. */
interface AnyHandler {
  call(handlers: undefined, event: ServerEvent): void;
}

/**
 * A kind that only a newer server knows, or that the table has no line for, is `quiet`: its place in
 * the log counts, and nothing else.
 */
export function handle(handlers: Partial<Handlers>, event: ServerEvent): void {
  const type = Object.hasOwn(handlers, event.type) ? event.type : "quiet";
  const handler: AnyHandler | undefined = handlers[type];
  handler?.call(undefined, event);
}
