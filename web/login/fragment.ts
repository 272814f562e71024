const REASONS = ["needAdmin", "notAdmin", "needSignIn"] as const;
export type Reason = (typeof REASONS)[number];

/** The secret of a setup link, taken out of the address bar and the history with it. */
export function takeSecret(): string | undefined {
  return take("setup");
}

/** The secret of a link for a new password, likewise. */
export function takeReset(): string | undefined {
  return take("reset");
}

/** Puts the secret of a link back where the page finds it, for a page that is about to be loaded again. */
export function giveBack(name: "setup" | "reset", secret: string): void {
  history.replaceState(null, "", `#${new URLSearchParams({ [name]: secret })}`);
}

/** Why another page sent the reader here. */
export function takeReason(): Reason | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get("why");
  const reason = REASONS.find((name) => name === given);
  if (reason) take("why");
  return reason;
}

function take(name: string): string | undefined {
  const value = new URLSearchParams(location.hash.slice(1)).get(name);
  if (value === null) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return value;
}
