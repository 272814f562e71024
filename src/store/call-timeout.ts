/**
 * The port, with an end to waiting: a call without an answer after `ms` calls `late` once, which
 * must make that call and every other in flight fail.
 */
export function withTimeout<Port extends object>(port: Port, ms: number, late: () => void): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return (...args: unknown[]): unknown => {
        const timer = setTimeout(late, ms);
        const answer: unknown = Reflect.apply(member, target, args);
        return Promise.resolve(answer).finally(() => clearTimeout(timer));
      };
    },
  });
}
