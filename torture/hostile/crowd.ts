/** The hostile sockets, in a process of their own: `crowd.ts`, with a `Plan` as its argument. Ends on SIGTERM. */
import { connect, type Socket } from "node:net";
import { z } from "zod";
import { hostileKinds } from "./kinds.ts";

export const Plan = z.object({
  port: z.int(),
  kind: z.string(),
  sockets: z.int(),
  /** Between two acts of one socket. */
  everyMs: z.number(),
  calls: z.array(z.tuple([z.string(), z.string()])),
});
export type Plan = z.infer<typeof Plan>;

/** What it has done when it ends. */
export const Deeds = z.object({ acts: z.int(), returns: z.int() });

/** Each is a range of addresses of its own, as those of a large attack are. */
const RANGES = 100;
const CONNECTING_AT_ONCE = 50;
/** Turns are spread over so many steps. */
const STEPS = 20;

if (import.meta.main) await attack(Plan.parse(JSON.parse(process.argv[2] ?? "")));

async function attack({ port, kind: name, sockets, everyMs, calls }: Plan): Promise<void> {
  const kind = hostileKinds(calls)[name];
  if (!kind) throw new Error(`There is no kind “${name}”.`);
  const deeds = { acts: 0, returns: 0 };
  const open: (Socket | null)[] = Array.from({ length: sockets }, () => null);
  const ready = new Set<Socket>();

  const come = (at: number) =>
    new Promise<void>((resolve) => {
      const localAddress = `127.${1 + (at % RANGES)}.0.1`;
      const socket = connect({ host: "127.0.0.1", port, localAddress });
      open[at] = socket;
      socket.on("connect", () => {
        socket.write(kind.opening, "latin1");
        if (kind.greeting) return;
        ready.add(socket);
        resolve();
      });
      socket.on("data", () => {
        if (ready.has(socket)) return;
        ready.add(socket);
        if (kind.greeting) socket.write(kind.greeting);
        resolve();
        if (kind.isDeaf) socket.pause();
      });
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        ready.delete(socket);
        open[at] = null;
        resolve();
      });
      if (kind.isDeaf && !kind.greeting) socket.pause();
    });

  let next = 0;
  const comeSome = async () => {
    while (next < sockets) await come(next++);
  };
  await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, comeSome));
  let step = 0;
  setInterval(() => {
    const turn = Math.floor(step / STEPS);
    for (let at = step % STEPS; at < sockets; at += STEPS) {
      const socket = open[at];
      if (!socket) {
        deeds.returns += 1;
        void come(at);
      } else if (kind.act && ready.has(socket) && !socket.writableNeedDrain) {
        const what = kind.act(at, turn);
        if (typeof what === "string") socket.write(what, "latin1");
        else socket.write(what);
        deeds.acts += 1;
      }
    }
    step += 1;
    // Everyone has had a turn.
    if (step === STEPS) console.log("open");
  }, everyMs / STEPS);
  process.on("SIGTERM", () => {
    console.log(JSON.stringify(Deeds.parse(deeds)));
    process.exit();
  });
}
