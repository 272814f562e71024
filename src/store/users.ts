import { z } from "zod";
import type { KeptSignIn, NewUser, SignIn, User, UserList, Users } from "../room/account-ports.ts";
import { keysOf, nameKey } from "../room/names.ts";
import { Refusal } from "../room/refusal.ts";
import type { Database } from "./database/database.ts";
import { textList } from "./database/id-list.ts";
import { emailKey, integer, sqlTime, userRows } from "./database/rows.ts";
import type { Sql } from "./database/sql.ts";
import { listUsers } from "./user-list.ts";

const EVERYBODY: UserList = { search: null, sort: "oldest" };
const SHOWN_SIGN_INS = 50;
const NameKeys = z.array(z.object({ name_key: z.string() }));
const SignInRows = z.array(z.object({ id: z.string(), since: integer, used: integer }));

/** Accounts in SQL. Guarantees: see the port. */
export class SqlUsers implements Users {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async create(user: NewUser, at: number): Promise<User> {
    return this.#alone((sql) => this.#insert(sql, user, at));
  }

  async createFirstAdmin(user: NewUser, at: number): Promise<User | null> {
    return this.#alone(async (sql) => {
      const admins = await sql`SELECT id FROM users WHERE is_admin LIMIT 1`;
      return admins.length > 0 ? null : this.#insert(sql, user, at);
    });
  }

  async byEmail(email: string): Promise<User | null> {
    const found = userRows(
      await this.#db.read`SELECT * FROM users WHERE email_key = ${emailKey(email)} ORDER BY id`,
    );
    return found.find((user) => user.email === email) ?? found[0] ?? null;
  }

  async byToken(id: number, tokenId: string): Promise<User | null> {
    const found = await this.#db.read`SELECT * FROM users WHERE id = ${id}
      AND NOT EXISTS (SELECT 1 FROM signed_out WHERE token_id = ${tokenId})`;
    return userRows(found)[0] ?? null;
  }

  async keepSignIn({ id, userId, version, since, used, expires }: KeptSignIn): Promise<void> {
    await this.#db.transaction(async (sql) => {
      await sql`INSERT INTO sign_ins (id, user_id, version, since, used, expires)
        VALUES (${id}, ${userId}, ${version}, ${since}, ${used}, ${expires})
        ON CONFLICT (id) DO UPDATE SET used = excluded.used, expires = excluded.expires`;
    });
  }

  async signIns(userId: number, at: number): Promise<SignIn[]> {
    return SignInRows.parse(
      await this.#db.read`SELECT sign_ins.id, since, used FROM sign_ins
        JOIN users ON users.id = user_id AND token_version = version
        WHERE user_id = ${userId} AND expires > ${at}
          AND NOT EXISTS (SELECT 1 FROM signed_out WHERE token_id = sign_ins.id)
        ORDER BY used DESC, since DESC, sign_ins.id LIMIT ${SHOWN_SIGN_INS}`,
    );
  }

  async byReset(secretHash: string, at: number): Promise<User | null> {
    const found = await this.#db.read`SELECT users.* FROM users
      JOIN resets ON resets.user_id = users.id
      WHERE secret_hash = ${secretHash} AND expires > ${at}`;
    return userRows(found)[0] ?? null;
  }

  async rehash(id: number, from: string, to: string): Promise<void> {
    await this.#db.transaction(async (sql) => {
      await sql`UPDATE users SET hashed_password = ${to}
        WHERE id = ${id} AND hashed_password = ${from}`;
    });
  }

  async isNameTaken(name: string): Promise<boolean> {
    return (await this.takenNames([name])).length > 0;
  }

  async takenNames(names: readonly string[]): Promise<string[]> {
    const { read, dialect } = this.#db;
    const keys = new Map(names.map((name) => [name, keysOf(name)]));
    const found = await read`SELECT name_key FROM users
      WHERE name_key IN (${textList(read, dialect, [...keys.values()].flat())})`;
    const taken = new Set(NameKeys.parse([...found]).map(({ name_key: key }) => key));
    return names.filter((name) => keys.get(name)?.some((key) => taken.has(key)));
  }

  async hasAdmin(): Promise<boolean> {
    const found = await this.#db.read`SELECT 1 FROM users WHERE is_admin LIMIT 1`;
    return found.length > 0;
  }

  async count(): Promise<number> {
    const [row] = await this.#db.read`SELECT COUNT(*) AS count FROM users`;
    return integer.parse(row?.["count"]);
  }

  async page(skip: number, limit: number, list: UserList = EVERYBODY): Promise<User[]> {
    return listUsers(this.#db, skip, limit, list);
  }

  /** Takes the room's lock: if two nodes register the same name, the second finds it taken. */
  async #alone<Result>(body: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.#db.transaction(async (sql) => {
      await sql`UPDATE room SET seq = seq`;
      return body(sql);
    });
  }

  async #insert(sql: Sql, user: NewUser, at: number): Promise<User> {
    const email = emailKey(user.email);
    const name = nameKey(user.username);
    if ((await sql`SELECT 1 FROM users WHERE email_key = ${email} LIMIT 1`).length > 0) {
      throw new Refusal("email_taken", "That e-mail address has an account already.");
    }
    if ((await sql`SELECT 1 FROM users WHERE name_key = ${name} LIMIT 1`).length > 0) {
      throw new Refusal("username_taken", "That username is taken, or looks like one that is.");
    }
    const time = sqlTime(at);
    const created = this.#db.dialect === "postgres" ? sql`${time}::timestamp` : sql`${time}`;
    const rows = await sql`INSERT INTO users
      (email, username, hashed_password, is_active, is_admin, created_at, email_key, name_key)
      VALUES (${user.email}, ${user.username}, ${user.passwordHash}, ${true}, ${user.isAdmin},
        ${created}, ${email}, ${name})
      RETURNING *`;
    const [row] = userRows(rows);
    if (!row) throw new Error("An insert returned no row.");
    return row;
  }
}
