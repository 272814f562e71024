import { Refusal } from "../../src/room/refusal.ts";

/** The refusal a promise ends with. `expect().rejects` will not do: no immediate runs while it waits. */
export async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const outcome = await promise.then(
    () => "it was not refused",
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome;
  throw outcome instanceof Error ? outcome : new Error(String(outcome));
}
