import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { Accounts } from "../../src/accounts/accounts.ts";
import { HashedPasswords } from "../../src/accounts/passwords.ts";
import { SealedSecrets } from "../../src/accounts/sealed-secrets.ts";
import { senderOf } from "../../src/accounts/sender.ts";
import { SetupSecrets } from "../../src/accounts/setup-secrets.ts";
import { JwtTokens } from "../../src/accounts/tokens.ts";
import { ROOM } from "../../src/room/commands.ts";
import { WordList } from "../../src/room/word-list.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { LIGHT, STORES, type Store } from "../harness/room.ts";
import { refusalOf } from "../room/refusals.ts";
import { newPlace, openStoredRoom } from "../room/stored-room.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANNA = { email: "anna@example.com", username: "Anna", password: "password of anna" };
const BORIS = { email: "boris@example.com", username: "Boris", password: "password of boris" };

/** The accounts of a room, as one node has them. */
async function openAccounts(kind: Store) {
  const place = await newPlace(kind);
  const clock = virtualClock("2026-03-01T11:00:00Z");
  const open = async () => {
    const store = await place.open();
    const { room } = await openStoredRoom(store, { clock });
    const passwords = new HashedPasswords(LIGHT);
    const tokens = new JwtTokens("s".repeat(32), clock);
    const { users, secondSteps } = store;
    const sealed = new SealedSecrets("s".repeat(32));
    const setup = new SetupSecrets("s".repeat(32), clock);
    const words = new WordList([]);
    const resetKey = "r".repeat(32);
    const accounts = new Accounts({
      users,
      secondSteps,
      sealed,
      passwords,
      tokens,
      setup,
      resetKey,
      clock,
      room,
      words,
    });
    return { accounts, room, users };
  };
  return {
    ...(await open()),
    clock,
    open,
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

describe.each(STORES)("accounts, on %s", (kind) => {
  test("who registers signs in, is known by the token, and no longer after signing out, on any node", async () => {
    await using here = await openAccounts(kind);
    const there = await here.open();
    const { id } = await here.accounts.register(ANNA);
    const { token } = await there.accounts.signIn("ANNA@example.com", ANNA.password, "192.0.2.1");
    const signedIn = await here.accounts.identify(token);
    expect(signedIn.user).toMatchObject({ id, username: "Anna", isAdmin: false });
    const { token: other } = await here.accounts.signIn(ANNA.email, ANNA.password, "192.0.2.1");
    await here.accounts.signOut(signedIn);
    const gone = await refusalOf(there.accounts.identify(token));
    expect(gone.code).toBe("not_signed_in");
    expect((await there.accounts.identify(other)).user.id).toBe(id);
  });

  test("an unknown address and a wrong password are refused with the same words", async () => {
    await using here = await openAccounts(kind);
    await here.accounts.register(ANNA);
    const wrong = await refusalOf(here.accounts.signIn(ANNA.email, "not that", "192.0.2.1"));
    const unknown = await refusalOf(here.accounts.signIn("x@example.com", "not that", "192.0.2.1"));
    expect([unknown.code, unknown.message]).toEqual([wrong.code, wrong.message]);
    expect(wrong.code).toBe("wrong_credentials");
  });

  test("a banned user neither signs in nor uses a token; with a wrong password, the ban stays untold", async () => {
    await using here = await openAccounts(kind);
    const { id } = await here.accounts.register(ANNA);
    const { token } = await here.accounts.signIn(ANNA.email, ANNA.password, "192.0.2.1");
    await here.room.do("ban", { userId: id, banned: true }, ROOM);
    const { accounts } = here;
    expect((await refusalOf(accounts.identify(token))).code).toBe("banned");
    expect((await refusalOf(accounts.signIn(ANNA.email, ANNA.password, "a"))).code).toBe("banned");
    expect((await refusalOf(accounts.signIn(ANNA.email, "x", "a"))).code).toBe("wrong_credentials");
    await here.room.do("ban", { userId: id, banned: false }, ROOM);
    const { token: again } = await accounts.signIn(ANNA.email, ANNA.password, "192.0.2.1");
    expect((await accounts.identify(again)).user.id).toBe(id);
  });

  test("a sign-in from before a ban, or before the operator's new password, never works again, on any node", async () => {
    await using here = await openAccounts(kind);
    const there = await here.open();
    const { id } = await here.accounts.register(ANNA);
    const { token: banned } = await here.accounts.signIn(ANNA.email, ANNA.password, "a");
    for (const isBanned of [true, false]) {
      await here.room.do("ban", { userId: id, banned: isBanned }, ROOM);
    }
    await here.accounts.ensureAdmin(BORIS.email, "first password");
    const { token: old } = await here.accounts.signIn(BORIS.email, "first password", "a");
    await here.accounts.ensureAdmin(BORIS.email, "first password");
    expect((await there.accounts.identify(old)).user.isAdmin).toBe(true);
    await here.accounts.ensureAdmin(BORIS.email, "second password");
    for (const { accounts } of [here, there]) {
      for (const token of [banned, old]) {
        expect((await refusalOf(accounts.identify(token))).code).toBe("not_signed_in");
      }
    }
    const { token: fresh } = await there.accounts.signIn(BORIS.email, "second password", "a");
    expect((await here.accounts.identifyAdmin(fresh)).user.email).toBe(BORIS.email);
  });

  test("a sign-in is renewed for 30 days and no longer, staff's for one", async () => {
    await using here = await openAccounts(kind);
    const { accounts, clock } = here;
    await accounts.register(ANNA);
    let { token } = await accounts.signIn(ANNA.email, ANNA.password, "a");
    const renew = async () => accounts.signIns.renew(await accounts.identify(token));
    for (let half = 1; half < 60; half++) {
      await clock.advance(12 * HOUR);
      ({ token } = await renew());
    }
    const { user } = await accounts.identify(token);
    const since = Date.parse("2026-03-01T11:00:00Z");
    const used = since + 59 * 12 * HOUR;
    expect(await accounts.signIns.list(user)).toMatchObject([{ since, used }]);
    await clock.advance(12 * HOUR - 1_000);
    expect((await accounts.identify(token)).user.id).toBe(user.id);
    await clock.advance(1_000);
    expect((await refusalOf(renew())).code).toBe("not_signed_in");

    await accounts.ensureAdmin(ANNA.email, ANNA.password);
    ({ token } = await accounts.signIn(ANNA.email, ANNA.password, "a"));
    await clock.advance(23 * HOUR);
    expect((await renew()).expires).toBe(clock.now() + HOUR);
  });

  test("a hash of the program before is replaced when its owner signs in", async () => {
    await using here = await openAccounts(kind);
    const { accounts, users } = here;
    const passwordHash = Bun.password.hashSync(ANNA.password, { algorithm: "bcrypt", cost: 4 });
    await users.create({ ...ANNA, passwordHash, isAdmin: false }, 0);
    await refusalOf(accounts.signIn(ANNA.email, "not that", "a"));
    expect((await users.byEmail(ANNA.email))?.passwordHash).toBe(passwordHash);
    for (let time = 0; time < 2; time++) {
      const { token } = await accounts.signIn(ANNA.email, ANNA.password, "a");
      const { user } = await accounts.identify(token);
      expect(user.passwordHash).toStartWith("$argon2id$");
    }
  });

  test("the database says nothing of a reset that could be used", async () => {
    await using here = await openAccounts(kind);
    const { accounts, users, clock } = here;
    const { id } = await accounts.register(ANNA);
    await accounts.ensureAdmin(BORIS.email, BORIS.password);
    const admin = await users.byEmail(BORIS.email);
    if (!admin) throw new Error("There is no admin.");
    const secret = await accounts.resets.open(senderOf(admin), id);
    expect(await users.byReset(secret, clock.now())).toBeNull();
    await accounts.resets.use(secret, "a newer password");
    expect((await accounts.signIn(ANNA.email, "a newer password", "a")).user.id).toBe(id);
    const protect = await refusalOf(accounts.resets.open(senderOf(admin), admin.id));
    expect(protect.code).toBe("admin_protected");
  });

  test("a name kept for the room itself cannot be registered, nor one that is worn", async () => {
    await using here = await openAccounts(kind);
    await here.accounts.register(ANNA);
    for (const username of ["admin", "Sys-tem", "M0D", "ANNA", "An-na"]) {
      const refusal = await refusalOf(here.accounts.register({ ...BORIS, username }));
      expect(refusal.code).toBe("username_taken");
    }
    const twin = await refusalOf(here.accounts.register({ ...BORIS, email: "Anna@Example.com" }));
    expect(twin.code).toBe("email_taken");
  });

  test("the operator's admin is there after a start: new, with another password, or banned before", async () => {
    await using here = await openAccounts(kind);
    const { accounts, users } = here;
    // From an earlier program, which let anybody take that name.
    const earlier = { email: BORIS.email, username: "admin", passwordHash: "x", isAdmin: false };
    await users.create(earlier, 0);
    await accounts.ensureAdmin("admin@rageroom.com", "first password");
    const made = await users.byEmail("admin@rageroom.com");
    expect(made).toMatchObject({ isAdmin: true, isActive: true, username: "admin-2" });
    await accounts.ensureAdmin("admin@rageroom.com", "first password");
    expect(await users.byEmail("admin@rageroom.com")).toEqual(made);

    await accounts.ensureAdmin("Admin@rageroom.com", "second password");
    const { token } = await accounts.signIn("admin@rageroom.com", "second password", "a");
    expect((await accounts.identifyAdmin(token)).user.id).toBe(made?.id ?? 0);
    const old = await refusalOf(accounts.signIn("admin@rageroom.com", "first password", "a"));
    expect(old.code).toBe("wrong_credentials");
    expect(await users.count()).toBe(2);
  });

  test("an account that becomes the admin's is an admin, and no longer banned", async () => {
    await using here = await openAccounts(kind);
    const { id } = await here.accounts.register(ANNA);
    const { token } = await here.accounts.signIn(ANNA.email, ANNA.password, "a");
    expect((await refusalOf(here.accounts.identifyAdmin(token))).code).toBe("not_admin");
    await here.room.do("ban", { userId: id, banned: true }, ROOM);
    await here.accounts.ensureAdmin(ANNA.email, ANNA.password);
    expect((await refusalOf(here.accounts.identify(token))).code).toBe("not_signed_in");
    const { token: fresh } = await here.accounts.signIn(ANNA.email, ANNA.password, "a");
    expect((await here.accounts.identifyAdmin(fresh)).user).toMatchObject({ id, isActive: true });
  });

  test("nodes that start at once all find their admin, and there is one", async () => {
    await using here = await openAccounts(kind);
    const nodes = [here, await here.open(), await here.open()];
    await Promise.all(
      nodes.map(({ accounts }) => accounts.ensureAdmin("a@b.example", "a password")),
    );
    expect(await here.users.page(0, 10)).toMatchObject([{ email: "a@b.example", isAdmin: true }]);
  });
});

describe("attempts to sign in", () => {
  const wrong = "not that";

  test("after ten failures from one range no password is tried from there until the window slides", async () => {
    await using here = await openAccounts("sqlite");
    const { accounts, clock } = here;
    await accounts.register(ANNA);
    for (let count = 0; count < 10; count++) {
      const refusal = await refusalOf(accounts.signIn(ANNA.email, wrong, "range 1"));
      expect(refusal.code).toBe("wrong_credentials");
      await clock.advance(MINUTE);
    }
    const right = () => accounts.signIn("Anna@example.com", ANNA.password, "range 1");
    const refusal = await refusalOf(right());
    expect(refusal).toMatchObject({ code: "too_many_attempts", retryAfter: 5 * 60 });
    await clock.advance(5 * MINUTE - 1);
    expect((await refusalOf(right())).code).toBe("too_many_attempts");
    await clock.advance(1);
    expect((await right()).token).toBeString();
  });

  test("many at once get no more tries than one after another", async () => {
    await using here = await openAccounts("sqlite");
    await here.accounts.register(ANNA);
    const tries = Array.from({ length: 40 }, async () => {
      const refusal = await refusalOf(here.accounts.signIn(ANNA.email, wrong, "range 1"));
      return refusal.code;
    });
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((code) => code === "wrong_credentials")).toHaveLength(10);
    expect(outcomes.filter((code) => code === "too_many_attempts")).toHaveLength(30);
  });

  test("however many strangers fail, who signed in from a range before is let in from there", async () => {
    await using here = await openAccounts("sqlite");
    const { accounts } = here;
    await accounts.register(ANNA);
    expect((await accounts.signIn(ANNA.email, ANNA.password, "home")).token).toBeString();
    const strangers = Array.from({ length: 200 }, (_, at) => `stranger ${at % 25}`);
    const codes = new Map<string, number>();
    for (const range of strangers) {
      const { code } = await refusalOf(accounts.signIn(ANNA.email, wrong, range));
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ wrong_credentials: 100, too_many_attempts: 100 });
    expect((await accounts.signIn(ANNA.email, ANNA.password, "home")).token).toBeString();
    // A place that she never signed in from is a stranger's until the guessing stops.
    const away = await refusalOf(accounts.signIn(ANNA.email, ANNA.password, "a train"));
    expect(away.code).toBe("too_many_attempts");
  });

  test("whoever guesses from the owner's own range makes the owner wait 30 seconds at most", async () => {
    await using here = await openAccounts("sqlite");
    const { accounts, clock } = here;
    await accounts.register(ANNA);
    const right = () => accounts.signIn(ANNA.email, ANNA.password, "an office");
    await right();
    for (let count = 0; count < 30; count++) {
      await refusalOf(accounts.signIn(ANNA.email, wrong, "an office"));
    }
    expect(await refusalOf(right())).toMatchObject({ code: "too_many_attempts", retryAfter: 30 });
    await clock.advance(30_000);
    expect((await right()).token).toBeString();
  });

  test("fifty-one people of one range mistype once each, and all of them get in", async () => {
    await using here = await openAccounts("sqlite");
    const { accounts } = here;
    await accounts.register(ANNA);
    for (let person = 0; person < 51; person++) {
      await refusalOf(accounts.signIn(`person${person}@example.com`, "x", "a school"));
    }
    expect((await accounts.signIn(ANNA.email, ANNA.password, "a school")).token).toBeString();
  });

  test("one range cannot try a password at every account there is", async () => {
    await using here = await openAccounts("sqlite");
    const codes: string[] = [];
    for (let count = 0; count < 201; count++) {
      const tried = here.accounts.signIn(`nobody${count}@example.com`, "12345678", "range 1");
      codes.push((await refusalOf(tried)).code);
    }
    expect(codes.at(-2)).toBe("wrong_credentials");
    expect(codes.at(-1)).toBe("too_many_attempts");
  });
});

describe("the setup link", () => {
  test("makes the first admin, once", async () => {
    await using here = await openAccounts("sqlite");
    const secret = (await here.accounts.openSetup()) ?? "";
    const wrong = await refusalOf(here.accounts.setUp(`${secret}x`, ANNA));
    expect(wrong.code).toBe("setup_closed");
    expect(await here.accounts.setUp(secret, ANNA)).toMatchObject({ isAdmin: true });
    expect((await refusalOf(here.accounts.setUp(secret, BORIS))).code).toBe("setup_closed");
    expect(await here.accounts.openSetup()).toBeNull();
    expect(await here.users.count()).toBe(1);
  });

  test("of two people who use it at once, one is the admin; so of two nodes' links", async () => {
    await using here = await openAccounts("sqlite");
    const there = await here.open();
    const links = [here, here, there].map(async ({ accounts }, index) => {
      const secret = (await accounts.openSetup()) ?? "";
      const body = { ...ANNA, email: `a${index}@b.example`, username: `person-${index}` };
      return () => accounts.setUp(secret, body);
    });
    const uses = await Promise.all(links);
    const outcomes = await Promise.allSettled(uses.map((use) => use()));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await here.users.count()).toBe(1);
  });

  test("stays good after a try that was refused for the name or the address", async () => {
    await using here = await openAccounts("sqlite");
    await here.accounts.register(ANNA);
    const secret = (await here.accounts.openSetup()) ?? "";
    expect((await refusalOf(here.accounts.setUp(secret, ANNA))).code).toBe("email_taken");
    expect(await here.accounts.setUp(secret, BORIS)).toMatchObject({ isAdmin: true });
  });

  test("of one node works on every other", async () => {
    await using here = await openAccounts("sqlite");
    const there = await here.open();
    const secret = (await here.accounts.openSetup()) ?? "";
    expect(await there.accounts.setUp(secret, ANNA)).toMatchObject({ isAdmin: true });
    expect((await refusalOf(here.accounts.setUp(secret, BORIS))).code).toBe("setup_closed");
  });

  test("cannot be made, or made to last, without the room's secret", async () => {
    await using here = await openAccounts("sqlite");
    const secret = (await here.accounts.openSetup()) ?? "";
    const later = secret.replace(/^\d+/, (expires) => `${Number(expires) + 1}`);
    const other = new SetupSecrets("another secret of the same length", here.clock).issue();
    for (const forged of [later, other, "", "1-", `${here.clock.now() + MINUTE}-`]) {
      expect((await refusalOf(here.accounts.setUp(forged, ANNA))).code).toBe("setup_closed");
    }
  });

  test("expires after an hour", async () => {
    await using here = await openAccounts("sqlite");
    const secret = (await here.accounts.openSetup()) ?? "";
    await here.clock.advance(60 * MINUTE + 1);
    expect((await refusalOf(here.accounts.setUp(secret, ANNA))).code).toBe("setup_closed");
    expect(await here.users.hasAdmin()).toBe(false);
  });
});
