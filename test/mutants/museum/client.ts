import type { MendedFault } from "../mended-fault.ts";

/** Those of the client that pages and bots share, and of the process. */
export const OF_THE_CLIENT: readonly MendedFault[] = [
  {
    name: "what the room could not store fails, and is not said again",
    file: "client/sending.ts",
    right: "if (isHeld && ref !== undefined) this.#hold(ref);",
    wrong: "if (isHeld && ref === null) this.#hold(ref);",
    test: "test/client/room.test.ts",
    named: "while the room cannot store it is said again until it can, and is stored once",
  },
  {
    name: "what is more than the room answers at a time fails",
    file: "client/sending.ts",
    right: 'const isHeld = code === "unavailable" || code === "busy";',
    wrong: 'const isHeld = code === "unavailable";',
    test: "test/client/room.test.ts",
    named: "beyond what the room answers at a time goes once there are answers",
  },
  {
    name: "a client that comes by way of an older node is told of a loss that was none",
    file: "client/log-cursor.ts",
    right: "if (event.epoch !== undefined || !event.recovered) this.#epoch = event.epoch;",
    wrong: "this.#epoch = event.epoch;",
    test: "test/browser/pages-parts.test.ts",
    named: "it resumes by way of an older node, which names no epoch",
  },
  {
    name: "what was stored in a log that is lost is not said again",
    file: "client/outbox.ts",
    right: '...(said.state.is === "stored" &&',
    wrong: "...(false &&",
    test: "test/browser/pages-parts.test.ts",
    named: "what another log had stored is sent again with its ref, and only then",
  },
  {
    name: "a message that midnight overtook on its way stands there twice",
    file: "client/outbox.ts",
    right: "[...this.unanswered, ...overtaken].find(",
    wrong: "[...this.unanswered].find(",
    test: "test/browser/pages-parts.test.ts",
    named: "what midnight overtook on its way is shown once, where the new day stored it",
  },
  {
    name: "a line that died without a close is never noticed by who only reads",
    file: "client/link.ts",
    right: "const SILENCE_MS = 50_000;",
    wrong: "const SILENCE_MS = 500_000;",
    test: "test/browser/pages-silent-line.test.ts",
    named: "is taken for lost within a minute, and what was missed is there",
    says: /^TimeoutError: .* while waiting for event "websocket"/m,
  },
  {
    name: "a pasted book freezes the page, now and at each visit",
    file: "web/chat/composer/draft.ts",
    right: "if (text.length <= DRAFT_UNITS) return text;",
    wrong: "if (text.length >= 0) return text;",
    test: "test/browser/pages-draft.test.ts",
    named: "is cut where an earlier page has stored it",
    says: /^ +- waiting for getByText\('Only the beginning fits here/m,
  },
];
