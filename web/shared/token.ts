/** What a token of the room says of itself; undefined for anything else. The server alone judges it. */
export function claimsOf(token: string): { sub: string; iat: number } | undefined {
  try {
    const [, payload = ""] = token.split(".");
    const { sub, iat } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof sub === "string" && typeof iat === "number" ? { sub, iat } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether two tokens are of one account. */
export function isSameAccount(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const account = claimsOf(one)?.sub;
  return account !== undefined && account === claimsOf(other)?.sub;
}
