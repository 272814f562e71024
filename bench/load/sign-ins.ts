import type { SignedIn, SignInOrder } from "./commands.ts";

const EMAIL = "storm@example.com";
const PASSWORD = "a password for the storm";

/** Makes the account of the storm. */
export async function register(port: number): Promise<void> {
  const registration = { email: EMAIL, username: "storm", password: PASSWORD };
  const status = await post(port, "register", registration);
  if (status !== 201) throw new Error(`The account was not made: ${status}.`);
}

/** Signs in over and over, `concurrency` at a time; what is unanswered after `ms` is dropped. */
export async function signIn({ port, concurrency, ms }: SignInOrder): Promise<SignedIn> {
  const statuses: Record<string, number> = {};
  const over = AbortSignal.timeout(ms);
  const keepTrying = async () => {
    const credentials = { email: EMAIL, password: PASSWORD };
    while (!over.aborted) {
      const status = await post(port, "login", credentials, over);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  const tries = await Promise.allSettled(Array.from({ length: concurrency }, keepTrying));
  const broken = tries.find((tried) => tried.status === "rejected" && tried.reason !== over.reason);
  if (broken) throw new Error("The server dropped a sign-in.");
  return { statuses, ms };
}

let lastAddress = 0;

/**
 * Each request comes from an address of its own (the server trusts this one as a proxy), so that
 * hashing answers, and not the limit on one address.
 */
async function post(port: number, path: string, body: object, signal?: AbortSignal) {
  lastAddress += 1;
  const from = `10.0.${(lastAddress >> 8) & 255}.${lastAddress & 255}`;
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": from },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  await response.arrayBuffer();
  return response.status;
}
