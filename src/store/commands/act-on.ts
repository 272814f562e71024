import { Refusal } from "../../room/refusal.ts";
import { userRows } from "../database/rows.ts";
import { isAdmin, type Transaction } from "./command.ts";

/**
 * The account that staff want to act on; null for a guest. Throws Refusal `admin_protected` for an
 * admin, and for a moderator where the actor is no admin; `not_found` where there is no such account.
 */
export async function assertMayAct({ sql, actor }: Transaction, userId: number | null) {
  if (userId === null) return null;
  const [user] = userRows(await sql`SELECT * FROM users WHERE id = ${userId}`);
  if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
  if (user.isAdmin) {
    throw new Refusal("admin_protected", "Nothing can be done against an admin.");
  }
  if (user.isModerator && actor.kind !== "room" && !(await isAdmin(sql, actor))) {
    throw new Refusal("admin_protected", "Only an admin may do this to a moderator.");
  }
  return user;
}
