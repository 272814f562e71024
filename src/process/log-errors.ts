/**
 * What a log keeps of an error. A database may quote the row it refused in fields of its own, and
 * a row may be what somebody said: no field is kept but those that never quote one.
 */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const code = "code" in error ? { code: error.code } : {};
  const errno = "errno" in error ? { errno: error.errno } : {};
  return { type: name, message, stack, ...code, ...errno };
}
