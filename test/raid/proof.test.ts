import { expect, setDefaultTimeout, test } from "bun:test";
import type { Person } from "../../raid/plan.ts";
import { Speaker } from "../../raid/speaker.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";

setDefaultTimeout(TEST_MS);

const person = (manner: Person["manner"]): Person => ({
  name: manner,
  side: "raid",
  address: "203.0.113.7",
  manner,
  arrivesMs: 0,
  lines: [],
  before: [],
});

test("under the shield who keeps a pass works out its proof, and who takes one each time does not", async () => {
  await using room = await openRoom();
  const token = await room.admin();
  await room.call("PUT", "/api/mod/mode", { token, body: { shield_minutes: 10 } });
  const answerTo = async (manner: Person["manner"]) => {
    const speaker = new Speaker(person(manner), room.wsUrl);
    await speaker.enter();
    await speaker.say("hello");
    speaker.leave();
    const answer = speaker.sent[0]?.answer;
    return answer && "refused" in answer ? answer.refused : answer;
  };
  expect(await answerTo("a pass each time")).toBe("proof_required");
  const answer = await answerTo("keeps the pass");
  expect(answer).toBeTruthy();
  expect(answer).not.toBe("proof_required");
});
