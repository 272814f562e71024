import { Refusal } from "../room/refusal.ts";

/** One character, so often: the list knows some of these and not others. */
const REPEATED = /^(.)\1{0,14}$/u;
/** What anybody would try here first, with whatever stands in or behind it. */
const OF_THIS_ROOM = /^\W*rage[\W_]*room.{0,5}$/u;

/**
 * Throws Refusal `common_password` for one of the ten thousand passwords that are used most, in
 * whatever case, and for the room's own name. The list is one text, loaded when it is first needed and searched where it lies.
 */
export async function refuseCommon(password: string): Promise<void> {
  const { lines } = await import("./common-passwords.json");
  const lower = password.toLowerCase();
  const isListed = !lower.includes("\n") && lines.includes(`\n${lower}\n`);
  if (!isListed && !REPEATED.test(lower) && !OF_THIS_ROOM.test(lower)) return;
  throw new Refusal(
    "common_password",
    "That password is one of the first that anybody would try; choose another.",
  );
}
