/** The way back for whoever lost a password, the first admin too; see HELP. */

import { randomBytes } from "node:crypto";
import { refuseCommon } from "../accounts/common-passwords.ts";
import { HashedPasswords } from "../accounts/passwords.ts";
import { readConfig } from "../config.ts";
import { systemClock } from "../process/clock.ts";
import type { User } from "../room/account-ports.ts";
import { type CommandInput, ROOM } from "../room/commands.ts";
import { nameKey } from "../room/names.ts";
import { USUAL_LIMITS } from "../room/speaking-limits.ts";
import type { Database } from "../store/database/database.ts";
import { claimFile } from "../store/database/file-lock.ts";
import { openRoom } from "../store/database/open-room.ts";
import { emailKey, userRows } from "../store/database/rows.ts";
import { SqlDayDestruction } from "../store/erasure/day-destruction.ts";
import { MessageCipher } from "../store/erasure/message-cipher.ts";
import { LogEpoch } from "../store/log/epoch.ts";
import { SqlLog } from "../store/log/log.ts";
import { SqlSecondSteps } from "../store/second-steps.ts";
import { Registration } from "../wire/http.ts";
import { type Env, readArguments, refuse } from "./arguments.ts";

const HELP = `rage-room reset-password NAME|EMAIL [--stdin] [--without-second-step]
Gives an account of the room of DATABASE_URL a new password, and ends every sign-in it has. The
password is printed once, alone on standard output; with --stdin it is the first line of standard
input instead. A second step stays on; --without-second-step takes it off, for whoever lost the app
and the recovery codes. On SQLite the room is stopped for it; on PostgreSQL it runs beside the nodes.`;
const STEP_STAYS =
  "Its second step stays on and asks for a code; --without-second-step takes it off.";
const STEP_IS_OFF = "Its second step is off.";
const PASSWORD_BYTES = 15;

export async function resetPassword(args: readonly string[], env: Env): Promise<void> {
  const boolean = { type: "boolean" } as const;
  const flags = { stdin: boolean, "without-second-step": boolean };
  const given = readArguments(args, { help: HELP, words: 1, flags });
  const [who = ""] = given.words;
  const { database } = readConfig(env);
  const isGiven = given.has("stdin");
  const db = await openRoom(database);
  try {
    // A node on the file would go on with the old password's sign-ins.
    const claim = database.dialect === "sqlite" ? claimFile(database.file) : null;
    const { id, username, email } = await find(db, who);
    const password = isGiven ? await readPassword() : newPassword();
    const passwordHash = await new HashedPasswords().hash(password);
    const hadStep = (await new SqlSecondSteps(db).of(id))?.isOn ?? false;
    const withoutSecondStep = given.has("without-second-step");
    await change(db, { userId: id, passwordHash, withoutSecondStep });
    claim?.release();
    console.error(`${username} (${email}) has a new password, and no sign-in any more.`);
    if (hadStep) console.error(withoutSecondStep ? STEP_IS_OFF : STEP_STAYS);
    if (!isGiven) console.log(password);
  } catch (error) {
    throw db.explain(error);
  } finally {
    await db.close();
  }
}

/** An exact name or address goes before one that only looks like it. */
async function find(db: Database, who: string): Promise<User> {
  const found = userRows(
    await db.read`SELECT * FROM users WHERE username = ${who} OR email = ${who}
      OR email_key = ${emailKey(who)} OR name_key = ${nameKey(who)} ORDER BY id`,
  );
  const exact = found.filter((user) => user.username === who || user.email === who);
  const [user, ...others] = exact.length > 0 ? exact : found;
  if (user && others.length === 0) return user;
  if (!user) refuse(`No account has the name or e-mail address “${who}”.`);
  return refuse(
    `“${who}” may be any of ${[user, ...others].map(({ email }) => email).join(", ")}: name one by its e-mail address.`,
  );
}

async function readPassword(): Promise<string> {
  const [line = ""] = (await Bun.stdin.text()).split(/\r?\n/);
  const checked = Registration.shape.password.safeParse(line);
  if (!checked.success) return refuse(checked.error.issues[0]?.message ?? "");
  await refuseCommon(checked.data).catch(({ message }: Error) => refuse(message));
  return checked.data;
}

function newPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString("base64url");
}

/** As an event of the log, so that every node closes the account's sockets. */
async function change(db: Database, input: CommandInput<"resetPassword">): Promise<void> {
  const cipher = MessageCipher.inTheClear();
  const destruction = new SqlDayDestruction(db, cipher);
  const log = new SqlLog(db, USUAL_LIMITS, cipher, destruction, LogEpoch.unknown(db));
  await log.apply("resetPassword", input, ROOM, systemClock.now());
}
