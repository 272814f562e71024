import type { Log } from "../room/ports.ts";

/** The log, with `stored` told how long each batch of messages took, and how many were new. */
export function measuredLog(
  log: Log,
  stored: (milliseconds: number, messages: number) => void,
): Log {
  return {
    async append(submissions, at) {
      const began = performance.now();
      const appended = await log.append(submissions, at);
      const messages = appended.events.filter(({ type }) => type === "message");
      stored(performance.now() - began, messages.length);
      return appended;
    },
    state: () => log.state(),
    apply: (...call) => log.apply(...call),
    applyAll: (...call) => log.applyAll(...call),
    checkWritable: () => log.checkWritable(),
    turnDay: (...call) => log.turnDay(...call),
    after: (...call) => log.after(...call),
    history: (...call) => log.history(...call),
    messagesAfter: (...call) => log.messagesAfter(...call),
    newest: (...call) => log.newest(...call),
    counts: (...call) => log.counts(...call),
    reports: (...call) => log.reports(...call),
    hidden: (...call) => log.hidden(...call),
    head: (...call) => log.head(...call),
    audit: (...call) => log.audit(...call),
    topics: (...call) => log.topics(...call),
    follow: (ring) => log.follow(ring),
  };
}
