/** Two readings of one request: at the room itself, and behind the proxies that the docs configure. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { connect } from "node:net";
import { z } from "zod";
import { type Proxy as Front, openFront } from "../../torture/front-proxy.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needs, needsProgram } from "../harness/needs.ts";
import { keptLog, openRoom } from "../harness/room.ts";
import { folder } from "../process/program.ts";
import { ATTACKS, FORGED, HOST, signIn } from "./smuggling.ts";

setDefaultTimeout(TEST_MS);

/** The attacker's own address, and the proxy's, which the room trusts. */
const ATTACKER = "127.0.0.2";
const PROXY = "127.0.0.1";
/** Ends the connection, whatever came before it. */
const LAST = `GET /ready HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`;
/** Only Linux has more than one address of its own. */
const isLinux = process.platform === "linux";
const linux = needs("Linux", isLinux);
const nginx = needs("nginx, on Linux", isLinux && !needsProgram("nginx").isMissing);
const caddy = needs("Caddy, on Linux", isLinux && !needsProgram("caddy").isMissing);

test.skipIf(linux.isMissing)(
  `at the room itself no request has two readings, and no body is taken for a request${linux.note}`,
  async () => {
    await using room = await watchedRoom();
    const statuses = async (bytes: string) => {
      const { answered, send, gone } = attack(room.port, bytes);
      await answered;
      send(LAST);
      return statusesOf(await gone);
    };
    // The oracle: whoever reaches the room as the proxy does is believed.
    await attack(room.port, signIn(`X-Forwarded-For: ${FORGED}\r\n`), PROXY).answered;
    expect(await room.takeSignIns()).toEqual([FORGED]);

    for (const [name, bytes] of ATTACKS.framing) {
      expect([name, await statuses(bytes)]).toEqual([name, [400]]);
    }
    for (const [name, bytes] of ATTACKS.unread) {
      expect([name, await statuses(bytes)]).toEqual([name, [expect.any(Number), 200]]);
    }
    for (const [name, bytes] of ATTACKS.chunks) {
      expect([name, await statuses(bytes)]).toEqual([
        name,
        expect.arrayContaining([expect.any(Number)]),
      ]);
    }
    // Nothing that was inside of them was read as a request.
    expect(await room.takeSignIns()).toEqual([]);
    for (const [, bytes] of ATTACKS.several) {
      // A tunnel stays open, and leads nowhere.
      const { answered, end } = attack(room.port, bytes);
      await answered;
      end();
    }
    expect(new Set(await room.takeSignIns())).toEqual(new Set([ATTACKER]));
  },
);

test.skipIf(nginx.isMissing)(
  `behind nginx as documented nothing reaches the room past it, and nobody gets another's answer${nginx.note}`,
  () => behind("nginx"),
);

test.skipIf(caddy.isMissing)(
  `behind Caddy as documented nothing reaches the room past it, and nobody gets another's answer${caddy.note}`,
  () => behind("caddy"),
);

/**
 * What comes past the proxy has no address but the one that it forges, or the proxy's own. What
 * stays behind in a connection of the proxy's to the room is taken for the next one's request.
 */
async function behind(proxy: Front) {
  await using here = await folder();
  await using room = await watchedRoom();
  await using front = await openFront(proxy, here.path, [room.port]);
  let asked = 0;
  const isServed = async () => {
    const path = `/victim-${asked++}`;
    const answer = await fetch(`http://127.0.0.1:${front.port}${path}`);
    return answer.status === 404 && (await answer.json()).code === "not_found";
  };
  for (const [name, bytes] of Object.values(ATTACKS).flat()) {
    const { answered, end, gone } = attack(front.port, bytes);
    // Some are answered only when more of a body comes, which never does.
    const before = await Promise.race([answered.then(() => true), isServed()]);
    expect([name, before, await isServed(), await isServed()]).toEqual([name, true, true, true]);
    end();
    await gone;
  }
  await attack(front.port, signIn()).answered;
  expect(new Set(await room.takeSignIns())).toEqual(new Set([ATTACKER]));
}

async function watchedRoom() {
  const { logger, lines } = keptLog();
  const env = { TRUSTED_PROXIES: PROXY, MESSAGES_PER_MINUTE: "100000" };
  const room = await openRoom({ logger, env });
  return {
    url: room.url,
    port: Number(new URL(room.url).port),
    /** From where it was signed in wrongly since this was last asked for, as the room believes. */
    async takeSignIns() {
      // Passwords are looked at one after the other: those before are done then.
      await room.admin();
      const found = lines.splice(0).map(({ fields }) => SignIn.safeParse(fields).data);
      return found.flatMap((line) => (line ? [line.address] : []));
    },
    [Symbol.asyncDispose]: () => room.stop(),
  };
}

/** Refused for its password, or by a limit. */
const SignIn = z.union([
  z.object({
    event: z.literal("sign_in_refused"),
    status: z.literal([401, 429]),
    address: z.string(),
  }),
  z.object({
    call: z.literal("POST /api/auth/login"),
    status: z.literal(429),
    address: z.string(),
  }),
]);

/** `answered`: something came back, or the connection is over; `gone`: all that came, once it is. */
function attack(port: number, bytes: string, localAddress = ATTACKER) {
  const answered = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<string>();
  let answers = "";
  const socket = connect({ host: "127.0.0.1", port, localAddress });
  const send = (text: string) => socket.write(Buffer.from(text, "latin1"));
  socket.on("data", (part) => {
    answers += part.toString("latin1");
    answered.resolve();
  });
  // Whoever is refused may be cut off.
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    answered.resolve();
    gone.resolve(answers);
  });
  send(bytes);
  return { answered: answered.promise, gone: gone.promise, send, end: () => socket.destroy() };
}

/** Without those that ask for the body. */
function statusesOf(answers: string): number[] {
  const found = [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  return found.filter((status) => status !== 100);
}
