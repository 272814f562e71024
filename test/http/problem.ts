import { expect } from "bun:test";
import { Problem } from "../../src/wire/http.ts";

/** Checks that a response is a refusal in the form of RFC 9457, and gives it. */
export async function problemOf(response: Response, status: number, code: string) {
  const text = await response.text();
  expect([response.status, text]).toEqual([status, expect.stringContaining(`"${code}"`)]);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.has("WWW-Authenticate")).toBe(status === 401);
  if (status === 401) expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
  const problem = Problem.strict().parse(JSON.parse(text));
  expect(problem).toMatchObject({ status, code });
  expect(problem.detail).toBeOneSentence();
  return problem;
}

/** Checks that exactly these fields were found wrong. */
export async function wrongFields(response: Response, ...fields: string[]) {
  const { errors = [] } = await problemOf(response, 422, "invalid");
  expect(new Set(errors.map(({ field }) => field))).toEqual(new Set(fields));
  for (const { detail } of errors) expect(detail).toBeOneSentence();
}

expect.extend({
  toBeOneSentence(received) {
    const pass = typeof received === "string" && /^[^.\n]{8,}(\.\w[^.\n]*)*\.$/.test(received);
    return { pass, message: () => `expected one sentence, not: ${String(received)}` };
  },
});

declare module "bun:test" {
  interface Matchers<T> {
    toBeOneSentence(): T extends string ? void : never;
  }
}
