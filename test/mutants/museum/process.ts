import type { MendedFault } from "../mended-fault.ts";

/** Those of the process: its threads, its start and its end. */
export const OF_THE_PROCESS: readonly MendedFault[] = [
  {
    name: "a message that the store refuses looks like an outage",
    file: "src/store/thread/worker.ts",
    right: "if (error instanceof Refusal) {",
    wrong: 'if (error instanceof Refusal && error.message === "") {',
    test: "test/http/admin.test.ts",
    named: "nobody unknown is banned, and no admin",
    store: "sqlite",
  },
  {
    name: "a second signal cuts the end short",
    file: "src/process/signals.ts",
    right: 'for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal',
    wrong: 'for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal',
    test: "test/process/signals.test.ts",
    named: "a signal that is repeated every millisecond does not cut the drain short",
  },
  {
    name: "a secret may not begin with a word that placeholders have",
    file: "src/variable-forms.ts",
    right: "your[-_ ]?secret|change[-_ ]?(this|me)|placeholder",
    wrong: "your[-_ ]?secret|change[-_ ]?(this|me)|placeholder|^(secret|password|example)",
    test: "test/config.test.ts",
    named: "is accepted",
    says: /^ConfigError: SECRET_KEY: is a known placeholder/m,
  },
];
