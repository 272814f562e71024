import { expect, test } from "bun:test";
import { join } from "node:path";
import { type Tree, violations } from "./harness/architecture.ts";

const ROOT = join(import.meta.dir, "..");
const TEXT = "{src,client,web,bench,bin,test,torture,raid}/**/*.{ts,tsx,css,html,json}";

test("the code keeps its shape: who imports whom, no circles, one clock, short files", async () => {
  const tree = new Map<string, string>();
  for await (const file of new Bun.Glob(TEXT).scan(ROOT)) {
    if (file.includes("node_modules/")) continue;
    tree.set(file, await Bun.file(join(ROOT, file)).text());
  }
  expect(tree.size).toBeGreaterThan(0);
  expect(violations(tree)).toEqual([]);
});

const SOUND: Record<string, string> = {
  "src/wire/limits.ts": "export const MOST = 1;\n",
  "src/wire/frames.ts": 'import { z } from "zod";\nimport { MOST } from "./limits.ts";\n',
  "src/process/clock.ts": "export const now = () => Date.now();\n",
  "src/main.ts": 'import { app } from "./server.ts";\napp(process.env);\n',
  "src/server.ts":
    'import { log } from "./store/log.ts";\nimport { serve } from "./http/serve.ts";\n',
  "src/room/room.ts":
    'import type { Frame } from "../wire/frames.ts";\nconst same = <T>(t: T) => t;\n',
  "src/room/day.ts":
    "// Date.now() would be the machine's.\nexport const at = (ms) => new Date(ms);\n",
  "src/store/log.ts": 'import { Room } from "../room/room.ts";\n',
  "src/http/serve.ts": 'import { Frame } from "../wire/frames.ts";\n',
  "src/live/gateway.ts": 'import { day } from "../room/day.ts";\n',
  "web/chat.tsx": 'import { type Frame } from "../src/wire/frames.ts";\nimport "./chat.css";\n',
  "client/link.ts": 'import type { Frame } from "../src/wire/frames.ts";\n',
  "web/link.ts": 'import { Link } from "../client/link.ts";\n',
  "src/cli/chat.ts": 'import { Link } from "../../client/link.ts";\n',
  "web/chat.css": "main { color: red }\n",
};

const tree = (changes: Record<string, string>): Tree =>
  new Map(Object.entries({ ...SOUND, ...changes }));

test("a language is one file, however many words it has", () => {
  const words = 'import { numbers } from "./numbers.ts";\n';
  const long = `${words}export const words = {\n${"  a: numbers,\n".repeat(900)}};\n`;
  const numbers = "export const numbers = 1;\n";
  expect(violations(tree({ "web/words/nl.ts": long, "web/words/numbers.ts": numbers }))).toEqual(
    [],
  );
});

test("a tree that keeps every rule is let through", () => {
  expect(violations(tree({}))).toEqual([]);
});

const BREACHES: [name: string, changes: Record<string, string>, complaints: string[]][] = [
  [
    "limits imports a package",
    { "src/wire/limits.ts": 'import { z } from "zod";\nz();\n' },
    ["src/wire/limits.ts:1: limits imports nothing"],
  ],
  [
    "the protocol imports the room",
    { "src/wire/frames.ts": '\nimport { day } from "../room/day.ts";\n' },
    ["src/wire/frames.ts:2: wire/frames may not import room"],
  ],
  [
    "the room imports a value of the protocol",
    { "src/room/day.ts": 'import { Frame } from "../wire/frames.ts";\n' },
    ["src/room/day.ts:1: room may import only types of wire/frames"],
  ],
  [
    "the room imports a type of the store",
    { "src/room/day.ts": 'import type { Log } from "../store/log.ts";\n' },
    ["src/room/day.ts:1: room may not import store"],
  ],
  [
    "a type's import hides inside a type",
    { "src/room/day.ts": 'export type Log = import("../store/log.ts").Log;\n' },
    ["src/room/day.ts:1: room may not import store"],
  ],
  [
    "the store imports the live side",
    { "src/store/log.ts": 'import { gateway } from "../live/gateway.ts";\n' },
    ["src/store/log.ts:1: store may not import live"],
  ],
  [
    "http loads the store only when it needs it",
    { "src/http/serve.ts": 'export const log = () => import("../store/log.ts");\n' },
    ["src/http/serve.ts:1: http may not import store"],
  ],
  [
    "the live side passes on what http exports",
    { "src/live/gateway.ts": 'export {\n  serve,\n} from "../http/serve.ts";\n' },
    ["src/live/gateway.ts:3: live may not import http"],
  ],
  [
    "the config imports the store",
    { "src/config.ts": 'import { log } from "./store/log.ts";\n' },
    ["src/config.ts:1: config may import only types of store"],
  ],
  [
    "a page imports a value of the protocol",
    { "web/chat.tsx": 'import { Frame } from "../src/wire/frames.ts";\n' },
    ["web/chat.tsx:1: web may import only types of wire/frames"],
  ],
  [
    "the client imports a value of the protocol",
    { "client/link.ts": 'import { Frame } from "../src/wire/frames.ts";\n' },
    ["client/link.ts:1: client may import only types of wire/frames"],
  ],
  [
    "the client imports a page",
    { "client/link.ts": 'import "../web/chat.tsx";\n' },
    ["client/link.ts:1: client may not import web"],
  ],
  [
    "another part of src than the verb chat imports the client",
    { "src/server.ts": 'import { Link } from "../client/link.ts";\n' },
    ["src/server.ts:1: of src, the verb chat alone imports client"],
  ],
  [
    "code imports a test",
    { "src/server.ts": 'import { virtualClock } from "../test/harness/clock.ts";\n' },
    ["src/server.ts:1: it imports test/harness/clock.ts, which is not in src, client or web"],
  ],
  [
    "the raid reaches past the wire",
    { "raid/run.ts": 'import { log } from "../src/store/log.ts";\n' },
    ["raid/run.ts:1: raid may not import store"],
  ],
  [
    "a new part of src has no rule",
    { "src/mail/send.ts": 'import { MOST } from "../wire/limits.ts";\n' },
    ["src/mail/send.ts:1: no rule says what mail may import"],
  ],
  [
    "values go round in a circle",
    {
      "src/room/a.ts": 'import { b } from "./b.ts";\n',
      "src/room/b.ts": 'import { a } from "./a.ts";\n',
    },
    ["src/room/b.ts:1: imports go in a circle: src/room/a.ts → src/room/b.ts → src/room/a.ts"],
  ],
  [
    "a circle closes over a type",
    {
      "src/room/a.ts": 'import { b } from "./b.ts";\n',
      "src/room/b.ts": 'import type { C } from "./c.ts";\n',
      "src/room/c.ts": 'import { a } from "./a.ts";\n',
    },
    [
      "src/room/c.ts:1: imports go in a circle: src/room/a.ts → src/room/b.ts → src/room/c.ts → src/room/a.ts",
    ],
  ],
  [
    "the benchmark goes round in a circle",
    {
      "bench/report.ts": 'import { plot } from "./plot.ts";\n',
      "bench/plot.ts": 'import type { Report } from "./report.ts";\n',
    },
    ["bench/plot.ts:1: imports go in a circle: bench/report.ts → bench/plot.ts → bench/report.ts"],
  ],
  [
    "the environment is read in a second place",
    { "src/server.ts": "\nconst { PORT } = process.env;\n", "src/room/day.ts": "Bun.env.TZ;\n" },
    [
      "src/server.ts:2: the environment is read in src/main.ts and src/cli.ts alone",
      "src/room/day.ts:1: the environment is read in src/main.ts and src/cli.ts alone",
    ],
  ],
  [
    "the time is read in a second place",
    {
      "src/room/day.ts":
        "Date.now();\nnew Date();\nnew Date;\n[].map(Date.now);\nTemporal.Now.instant();\nTemporal.Now.timeZoneId();\n",
    },
    [1, 2, 3, 4, 5].map(
      (line) => `src/room/day.ts:${line}: the time is read in src/process/clock.ts alone`,
    ),
  ],
  [
    "a file grows past the limit",
    { "web/chat.css": "a {}\n".repeat(251) },
    ["web/chat.css:251: no file has over 250 lines"],
  ],
  [
    "a file of words is none of a language",
    { "web/words/dialogs.ts": "say();\n".repeat(251) },
    ["web/words/dialogs.ts:251: no file has over 250 lines"],
  ],
  [
    "a language holds more than words",
    {
      "web/words/nl.ts": [
        'import { say } from "./say.ts";',
        "export function words() {",
        "  return say();",
        "}",
        "",
      ].join("\n"),
      "web/words/say.ts": "export const say = () => 1;\n",
    },
    [1, 2, 3].map((line) => `web/words/nl.ts:${line}: a language is words alone`),
  ],
];

test.each(BREACHES)("refused: %s", (_name, changes, complaints) => {
  expect(violations(tree(changes))).toEqual(complaints);
});
