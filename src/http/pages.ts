import type { Pages } from "./calls.ts";
export async function buildPages(): Promise<Pages> {
  return { respond: () => undefined };
}
