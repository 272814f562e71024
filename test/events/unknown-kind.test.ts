import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { SQL } from "bun";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES } from "../harness/room.ts";
import { join, logged, say } from "../ws/joining.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

/** As a node of a newer version does it in a rolling upgrade. */
async function storeUnknownKind(url: string): Promise<void> {
  await using sql = new SQL(url);
  await sql.begin(async (inside) => {
    await inside`UPDATE room SET seq = seq + 1`;
    await inside`INSERT INTO events (seq, kind, id, data)
      SELECT seq, 'not_known_yet', 7, '{"a":1}' FROM room`;
  });
}

describe.each(STORES)("an event of a kind that only a newer program knows, on %s", (store) => {
  test("is quiet: it holds up neither delivery, nor a start, nor who resumes", async () => {
    const place = await emptyStore(store);
    const open = () => openRoom({ store, env: { DATABASE_URL: place.url } });
    try {
      const before = await open();
      const { client: reader } = await join(before.wsUrl);
      const { client: writer } = await join(before.wsUrl);
      const first = await say(writer, "before");
      await storeUnknownKind(place.url);
      await say(writer, "after");
      await reader.next("message", ({ text }) => text === "after");
      const expected = [
        { type: "message", seq: first },
        { type: "quiet", seq: first + 1 },
        { type: "message", seq: first + 2 },
      ];
      expect(logged(reader.events)).toMatchObject(expected);
      await before.stop();

      await using after = await open();
      const { client } = await join(after.wsUrl, { after: first - 1 });
      await client.next("message", ({ text }) => text === "after");
      expect(logged(client.events)).toMatchObject(expected);
    } finally {
      await place.remove();
    }
  });
});
