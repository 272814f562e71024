import type { SignedIn, SignInOrder } from "./orders.ts";

const ACCOUNTS = 8;
const PASSWORD = "a password for the storm";

/**
 * Signs in over and over, `concurrency` at a time. Each request comes from an address of its own
 * (the server trusts this one as a proxy), so that it is hashing that answers and not the limit.
 */
export async function signIn({ port, concurrency, ms }: SignInOrder): Promise<SignedIn> {
  const url = `http://127.0.0.1:${port}/api/auth`;
  let address = 0;
  const post = async (path: string, body: object) => {
    address += 1;
    const from = `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`;
    const response = await fetch(`${url}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": from },
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    return response.status;
  };

  for (let at = 0; at < ACCOUNTS; at += 1) {
    const email = emailOf(at);
    await post("register", { email, username: `storm_${at}`, password: PASSWORD });
  }
  const statuses: Record<string, number> = {};
  const start = performance.now();
  const keepTrying = async (_: unknown, at: number) => {
    while (performance.now() - start < ms) {
      const status = await post("login", { email: emailOf(at % ACCOUNTS), password: PASSWORD });
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, keepTrying));
  return { statuses, ms: performance.now() - start };
}

function emailOf(at: number): string {
  return `storm-${at}@example.com`;
}
