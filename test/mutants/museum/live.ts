import type { MendedFault } from "../mended-fault.ts";

/** Those of the sockets: who comes in, who comes back, what is counted for whom. */
export const OF_SOCKETS: readonly MendedFault[] = [
  {
    name: "a client that is ahead of its node is told that something is lost",
    file: "src/live/catch-up.ts",
    right: "if (after <= replay.state.seq) return true;",
    wrong: "if (after >= 0) return true;",
    test: "test/ws/resume.test.ts",
    named: "brings what was missed, once that node has read it, and loses no place",
  },
  {
    name: "a node that cannot read the log tells whoever comes that something is lost",
    file: "src/live/catch-up.ts",
    right: "CATCH_UP_MS, room.caughtUp(), false))) return false;",
    wrong: "CATCH_UP_MS, room.caughtUp(), false))) return true;",
    test: "test/ws/resume.test.ts",
    named:
      "is sent on where that node cannot read the log in time, and not told that anything is lost",
  },
  {
    name: "at midnight an open socket stays the guest of the day before",
    file: "src/live/v1.ts",
    right: "if (guest.day === this.#day() && until > this.#parts.clock.now()) return;",
    wrong: "if (until > this.#parts.clock.now()) return;",
    test: "test/ws/first-words.test.ts",
    named: "are those of the day: not of who was here before midnight",
    store: "sqlite",
  },
  {
    name: "a socket outlives its token",
    file: "src/live/identify.ts",
    right: "if (socket.data.open) endWithToken(socket, expires, clock);",
    wrong: "",
    test: "test/http/own-account.test.ts",
    named: "a socket never outlives its token, though it says nothing",
  },
  {
    name: "a thousand people behind one address do not come back at once",
    file: "src/live/frame-limits.ts",
    right: "hello: { sender: 120, range: 3_000 },",
    wrong: "hello: { sender: 600, range: 600 },",
    test: "test/ws/act-limits.test.ts",
    named:
      "a thousand come in at once from one address; one that never stops is told to wait, staff is not",
    says: /^error: No welcome that matches: .*"rate_limited"/m,
  },
  {
    name: "whoever signs in is counted with the guests of their range",
    file: "src/live/identify.ts",
    right: "const range = sender === null ? socket.data.range : null;",
    wrong: "const { range } = socket.data;",
    test: "test/ws/act-limits.test.ts",
    named:
      "a thousand come in at once from one address; one that never stops is told to wait, staff is not",
    says: /^error: No welcome that matches: .*"rate_limited"/m,
  },
  {
    name: "made-up tokens are each a sender of their own",
    file: "src/http/limited.ts",
    right: "sender: account ?? address, range",
    wrong: "sender: token ?? address, range",
    test: "test/http/act-limits.test.ts",
    named: "a made-up token is no sender of its own, and an account is one wherever it calls from",
  },
  {
    name: "one address may fill the room",
    file: "src/live/places.ts",
    right: "if (this.#taken >= this.#max / 2 && held >= share) return false;",
    wrong: "",
    test: "test/live/places.test.ts",
    named: "one address takes half of a room at most, and everyone else still comes in",
  },
  {
    name: "silent sockets keep staff out of a full room",
    file: "src/live/places.ts",
    right: "const silent = this.#firstToGo();",
    wrong: "const silent = this.#max < 0 ? this.#firstToGo() : undefined;",
    test: "test/ws/full-room.test.ts",
    named: "silent sockets keep no staff out of a full room: the oldest gives way to who comes",
    says: /^error: No welcome that matches: the socket closed with 1013/m,
  },
  {
    name: "a quiet socket is sent nothing for minutes, and every proxy cuts it",
    file: "src/live/keep-alive.ts",
    right: "const TURNS = 20;",
    wrong: "const TURNS = 164;",
    test: "test/ws/silence.test.ts",
    named: "every socket is pinged once in twenty seconds, and they are not pinged all at once",
    says: /^error: No frame: /m,
  },
  {
    name: "the nodes are asked again while they have not answered",
    file: "src/live/presence.ts",
    right: "if (this.#cancel === null && !this.#isAsking) this.#look();",
    wrong: "if (this.#cancel === null) this.#look();",
    test: "test/live/presence.test.ts",
    named:
      "the other nodes are asked once at a time, however long they take and whoever comes meanwhile",
  },
  {
    name: "a slow disk delays a frame twice",
    file: "src/live/frame-pacer.ts",
    right: "const due = Math.max(this.#next, this.#asked ?? start, start - this.#cycle);",
    wrong: "const due = start;",
    test: "test/live/frame-pacer.test.ts",
    named: "a beat that its commit kept for long does not keep the next one",
  },
  {
    name: "who waits for a frame waits as long as it cost when they began",
    file: "src/live/frame-pacer.ts",
    right: "if (this.#waiting.length > 0) this.#wait();",
    wrong: "",
    test: "test/live/frame-pacer.test.ts",
    named:
      "who waits for a beat waits as long as it costs now, not as it cost when it began to wait",
  },
];
