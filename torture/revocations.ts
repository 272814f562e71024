/**
 * `npx bun torture/revocations.ts`: each end of a sign-in on one of three nodes, and how long after it was
 * answered the last of the account's nine sockets on all of them was closed. Before the answer, passwords
 * are looked at, which takes what it takes.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Account, Token } from "../src/wire/http.ts";
import { startPostgres } from "../test/harness/postgres-server.ts";
import { connect } from "../test/harness/sockets.ts";
import { type Node, REVOCATIONS, socketsOf } from "../test/http/revocations.ts";
import { endOnSignals, newFolder, removeFolder } from "./cleanup.ts";
import { MAIN, NodeProcess } from "./node-process.ts";
import { postgresGround } from "./storage-target.ts";

const ADMIN = { email: "admin@rageroom.com", password: "a password of the admin" };
const OTHER_SECRET = "another secret, and long enough to be taken for one";
const WITHIN_MS = 1_000;

const { values } = parseArgs({ options: { times: { type: "string", default: "5" } } });
const times = Number(values.times);
endOnSignals();
const folder = newFolder();
await using server = await startPostgres({ durable: true });
const target = await postgresGround(server, folder);
const [load = 0] = loadavg();
let running = await startNodes({});
let late = 0;
let members = 0;

console.log(`Three nodes, ${times} times each; load before: ${load.toFixed(1)}`);
console.log(
  "| What ends the sign-in | after it was asked for, ms | most | after the answer, ms | most | sockets closed | closed with |",
);
console.log("|---|--:|--:|--:|--:|--:|---|");
for (const [name, revoke] of Object.entries(REVOCATIONS)) {
  const [here] = running.nodes;
  if (!here) throw new Error("There is no node.");
  const admin = await signIn(here, ADMIN);
  await measure(name, ({ member }) => revoke({ ...member, here, admin }));
}
await measure("`SECRET_KEY` changed, and not kept as `SECRET_KEY_PREVIOUS`", async () => {
  await end(running);
});
await end(running);
removeFolder(folder);
console.log(`\n${late} later than ${WITHIN_MS} ms`);
process.exit(late === 0 ? 0 : 1);

type Running = Awaited<ReturnType<typeof startNodes>>;
type Member = Awaited<ReturnType<typeof register>>;

/** Prints a row. Throws where a socket, or a token, outlives it. */
async function measure(name: string, revoke: (who: { member: Member }) => Promise<unknown>) {
  const asked: number[] = [];
  const answered: number[] = [];
  const codes = new Set<number>();
  let sockets = 0;
  for (let time = 0; time < times; time++) {
    const [here] = running.nodes;
    if (!here) throw new Error("There is no node.");
    const member = await register(here);
    const open = (
      await Promise.all(running.nodes.map((node) => socketsOf(node, member.token)))
    ).flat();
    const began = performance.now();
    const revoked = revoke({ member }).then(() => performance.now());
    for (const { code } of await Promise.all(open.map((socket) => socket.closed))) codes.add(code);
    const closedAt = performance.now();
    asked.push(closedAt - began);
    answered.push(Math.max(0, closedAt - (await revoked)));
    sockets += open.length;
    if (name.includes("SECRET_KEY")) {
      await end(running);
      running = await startNodes({ SECRET_KEY: `${OTHER_SECRET} ${time}` });
    }
    for (const node of running.nodes) await mustBeOut(node, member.token);
  }
  if (Math.max(...answered) > WITHIN_MS) late += 1;
  const cells = [...ends(asked), ...ends(answered), sockets, [...codes].join(", ")];
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}

/** The median and the most. */
function ends(times: readonly number[]): number[] {
  const sorted = times.toSorted((one, other) => one - other).map(Math.round);
  return [sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
}

/** By a call, and by a socket of its own. */
async function mustBeOut(node: Node, token: string): Promise<void> {
  const { status } = await node.call("GET", "/api/auth/me", { token });
  if (status !== 401 && status !== 403)
    throw new Error(`A token that ended is answered ${status}.`);
  const socket = await connect(node.wsUrl);
  socket.send({ type: "hello", token });
  const { code } = await socket.closed;
  if (code !== 4001 && code !== 4002) throw new Error(`A token that ended is closed with ${code}.`);
}

async function register(node: Node) {
  const name = `member-${members++}`;
  const account = { email: `${name}@example.com`, password: `password of ${name}` };
  const body = { ...account, username: name };
  const made = await node.call("POST", "/api/auth/register", { body });
  const { id } = Account.parse(await made.json());
  return { id, ...account, token: await signIn(node, account) };
}

async function signIn(node: Node, body: { email: string; password: string }): Promise<string> {
  const answer = await node.call("POST", "/api/auth/login", { body });
  return Token.parse(await answer.json()).access_token;
}

async function startNodes(env: Record<string, string>) {
  const processes = ["node-0", "node-1", "node-2"].map(
    (name) =>
      new NodeProcess({
        name,
        folder,
        databaseUrl: target.url,
        dayKey: target.dayKey(name),
        entry: MAIN,
        env: { ADMIN_PASSWORD: ADMIN.password, ...env },
      }),
  );
  // A new secret is taken from one that starts alone.
  for (const process of processes) await process.start();
  return { processes, nodes: processes.map(({ port }) => nodeAt(port)) };
}

async function end({ processes }: Running): Promise<void> {
  await Promise.all(processes.map((process) => process.stop()));
}

function nodeAt(port: number): Node {
  return {
    wsUrl: `ws://127.0.0.1:${port}/ws`,
    call: (method, path, { token, body, headers } = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
