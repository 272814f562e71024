/** What a test needs that is not on every machine: `test.skipIf(nginx.isMissing)(`…${nginx.note}`, …)`. */
export interface Need {
  isMissing: boolean;
  /** Goes to the end of the name: nothing where it is there, else what is missing. */
  note: string;
}

/** Of a skipped test's name, or of the names it stands under. Whoever skips without one fails. */
export const NOTE = / \[needs [^\]]+\]/;

export function needs(what: string, isHere: boolean): Need {
  return { isMissing: !isHere, note: isHere ? "" : ` [needs ${what}]` };
}

export const needsProgram = (name: string): Need => needs(name, Bun.which(name) !== null);

export const needsLinux = needs("Linux", process.platform === "linux");
