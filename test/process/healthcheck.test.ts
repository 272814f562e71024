import { expect, setDefaultTimeout, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { command } from "./command.ts";
import { folder, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

test.each([[[]], [["--ready"]]])(
  "with %j it ends with 0 beside a room that is well, and with 1 once it has ended",
  async (words) => {
    await using here = await folder();
    await using program = await start(here.path);
    const { port } = new URL(program.url);
    // A room that listens everywhere is asked on this machine.
    const env = { PORT: port, HOST: "0.0.0.0" };
    const ask = () => command("healthcheck", here.path, words, env);
    expect(await ask()).toEqual({ exitCode: 0, out: "", err: "" });
    await program.end("SIGTERM");
    const { exitCode, out, err } = await ask();
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\w+ gave no answer \(\w+\)\.\n$/);
  },
);

test("another answer than 200 ends with 1 and says which", async () => {
  await using here = await folder();
  using server = Bun.serve({ port: 0, fetch: () => new Response("no", { status: 503 }) });
  const { exitCode, err } = await command("healthcheck", here.path, [], {
    PORT: `${server.port}`,
  });
  expect(exitCode).toBe(1);
  expect(err).toEndWith("/health answered 503.\n");
});

test.each([
  [["--help"], {}, 0, "rage-room healthcheck"],
  [["now"], {}, 2, "It takes 0 words"],
  [["--all"], {}, 2, "Unknown option '--all'"],
  [[], { PORT: "0" }, 1, "Set PORT"],
  [[], { PORT: "many" }, 1, "PORT: must be a whole number"],
])("%j with %j ends at once, with %i", async (words, env, code, says) => {
  await using here = await folder();
  const { exitCode, out, err } = await command("healthcheck", here.path, words, env);
  expect({ exitCode, says: (out + err).includes(says) }).toEqual({ exitCode: code, says: true });
});
