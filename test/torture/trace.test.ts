import { expect, test } from "bun:test";
import { acksInTrace } from "../../torture/trace.ts";

const SYNC = "12 fdatasync(5</tmp/messages.db-wal>) = 0";
const ack = (ref: string) =>
  `11 sendto(9<socket:[1]>, "\\201\\36[{\\"type\\":\\"ack\\",\\"ref\\":\\"${ref}\\",\\"seq\\":4}]", 30, 0, NULL, 0) = 30`;
const trace = (...lines: string[]) => acksInTrace(lines.join("\n"));

test("an ack after a sync of the log file is fine, and one sync is good for one ack", () => {
  expect(trace(SYNC, ack("a"), SYNC, ack("b"))).toEqual({ acks: 2, unsynced: [] });
  expect(trace(SYNC, ack("a"), ack("b"))).toEqual({ acks: 2, unsynced: ["b"] });
});

test("a sync that another thread interrupts counts once it is finished", () => {
  const begun = "12 fdatasync(5</tmp/messages.db-wal> <unfinished ...>";
  const finished = "12 <... fdatasync resumed>)         = 0";
  expect(trace(begun, ack("a"), finished)).toEqual({ acks: 1, unsynced: ["a"] });
  expect(trace(begun, finished, ack("a"))).toEqual({ acks: 1, unsynced: [] });
});

test("a sync of another file, or one that fails, is none", () => {
  expect(trace("12 fsync(6</tmp/other>) = 0", ack("a")).unsynced).toEqual(["a"]);
  const failed = "12 fdatasync(5</tmp/messages.db-wal>) = -1 EIO (Input/output error)";
  expect(trace(failed, ack("a")).unsynced).toEqual(["a"]);
});
