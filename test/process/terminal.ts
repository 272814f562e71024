/** A program at a terminal, with what it shows there. */
export function shownTerminal() {
  let shown = "";
  let more = Promise.withResolvers<void>();
  let child: Bun.Subprocess | null = null;
  return {
    shown: () => shown,
    run(command: string[], cwd: string, env: Record<string, string>) {
      const { PATH = "" } = process.env;
      child = Bun.spawn(command, {
        cwd,
        env: { PATH, ...env },
        terminal: {
          cols: 300,
          rows: 50,
          data(_, bytes) {
            shown += Buffer.from(bytes).toString();
            more.resolve();
            more = Promise.withResolvers();
          },
        },
      });
      return child;
    },
    /** Resolves once this was shown. */
    async shows(pattern: RegExp): Promise<void> {
      while (!pattern.test(shown)) await more.promise;
    },
    async [Symbol.asyncDispose]() {
      child?.kill("SIGKILL");
      await child?.exited;
    },
  };
}
