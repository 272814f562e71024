/**
 * Below what a system hands out to connections and to who asks for any port: from those, one that
 * was free is soon somebody's, before it is used or while its server is down.
 */
const FIRST = 20_000;
const LAST = 32_000;

/** A port of this machine that nothing listens on. */
export function freePort(): number {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (isFree(port)) return port;
  }
}

function isFree(port: number): boolean {
  try {
    using _ = Bun.listen({ hostname: "127.0.0.1", port, socket: { data: () => undefined } });
    return true;
  } catch {
    return false;
  }
}
