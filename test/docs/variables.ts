/** The variables that the program reads. */
import { IN_FILES, SPEAKING, VARIABLES } from "../../src/variables.ts";

export function variables(): Set<string> {
  const read = [...Object.values(VARIABLES), ...Object.values(SPEAKING)];
  return new Set([...read.map(({ name }) => name), ...IN_FILES]);
}
