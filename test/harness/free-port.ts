/**
 * Below what a system hands out to connections and to who asks for any port: from those, one that
 * was free is soon somebody's, before it is used or while its server is down.
 */
const FIRST = 20_000;
const COUNT = 6_000;

/** For each port that was given, a listener on the one `COUNT` above it, for as long as this process lives. */
const taken: object[] = [];

/** A port of this machine that nothing listens on, and that no other caller gets while this process lives. */
export function freePort(): number {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    const claim = listenOn(port + COUNT);
    const test = claim && listenOn(port);
    test?.stop(true);
    if (test) {
      taken.push(claim);
      return port;
    }
    claim?.stop(true);
  }
}

/** Undefined where somebody else does. Does not keep the process alive. */
function listenOn(port: number) {
  try {
    const options = { hostname: "127.0.0.1", port, socket: { data: () => undefined } };
    const listener = Bun.listen(options);
    listener.unref();
    return listener;
  } catch {
    return undefined;
  }
}
