import type { Clock } from "./ports.ts";

/** Resolves with the result of `asked`, or with `otherwise` if it fails or takes longer than `ms`. */
export async function within<Answer>(
  clock: Clock,
  ms: number,
  asked: Promise<Answer>,
  otherwise: Answer,
): Promise<Answer> {
  const late = Promise.withResolvers<Answer>();
  const cancel = clock.after(ms, () => late.resolve(otherwise));
  try {
    return await Promise.race([asked, late.promise]);
  } catch {
    return otherwise;
  } finally {
    cancel();
  }
}
