/** What a look at a room found, a line each. */
import { refuse } from "./arguments.ts";

export interface Finding {
  level: "ok" | "warn" | "fail";
  /** What was looked at. */
  what: string;
  /** What is so, and what to do where that is not well. */
  says: string;
}

export const ok = (what: string, says: string): Finding => ({ level: "ok", what, says });
export const warn = (what: string, says: string): Finding => ({ level: "warn", what, says });
export const fail = (what: string, says: string): Finding => ({ level: "fail", what, says });

/** Prints each as it is found. Refuses where one is a fail. */
export async function report(findings: AsyncIterable<Finding>): Promise<void> {
  let failed = 0;
  for await (const { level, what, says } of findings) {
    if (level === "fail") failed++;
    console.log(`${level.padEnd(4)}  ${what}: ${says}`);
  }
  if (failed > 0) refuse(failed === 1 ? "One thing is wrong." : `${failed} things are wrong.`);
}
