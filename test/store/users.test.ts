import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, newAccount, nodesOf, range } from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

describe.each(STORES)("the users, on %s", (store) => {
  const newDay = nodesOf(store);

  test("the first admin is made once, however many nodes try at once", async () => {
    const { here, there } = await newDay();
    expect(await here.users.hasAdmin()).toBe(false);
    const tries = range(0, 10).map((index) =>
      (index % 2 ? here : there).users.createFirstAdmin(newAccount({ isAdmin: true }), AT),
    );
    const made = (await Promise.all(tries)).filter((user) => user !== null);
    expect(made).toMatchObject([{ isAdmin: true, isActive: true }]);
    expect(await there.users.hasAdmin()).toBe(true);
    expect(await there.users.createFirstAdmin(newAccount({ isAdmin: true }), AT)).toBeNull();
  });

  test("a user is found as made, from every node", async () => {
    const { here, there } = await newDay();
    const account = newAccount({ passwordHash: "$2b$ 'x' \\" });
    const user = await here.users.create(account, AT + 5);
    expect(user).toMatchObject({ ...account, isActive: true });
    expect(user.createdAt).toBe("2026-03-01T12:00:00.005Z");
    expect(await there.users.byEmail(account.email)).toEqual(user);
    expect(await there.users.byToken(user.id, "any")).toEqual(user);
    expect(await there.users.byEmail("nobody@example.com")).toBeNull();
  });

  test("an address that differs by case alone is taken, and finds its user", async () => {
    const { here, there } = await newDay();
    const account = newAccount({ email: "Mixed.Case@Example.com" });
    const { id } = await here.users.create(account, AT);
    const twin = newAccount({ email: "mixed.case@example.COM" });
    await expect(there.users.create(twin, AT)).rejects.toMatchObject({ code: "email_taken" });
    expect((await there.users.byEmail("MIXED.case@example.com"))?.id).toBe(id);
  });

  test("a name that looks like one that is worn is taken, and is told from one that is not", async () => {
    const { here, there } = await newDay();
    await here.users.create(newAccount({ username: "Modest-Ivan" }), AT);
    for (const username of [
      "modest-ivan",
      "M_o_d_e_s_t-Ivan",
      "Modest-lvan",
      "rnodestivan",
      "M0DEST-1VAN",
    ]) {
      const taken = there.users.create(newAccount({ username }), AT);
      await expect(taken).rejects.toMatchObject({ code: "username_taken" });
    }
    expect(await there.users.isNameTaken("Мodest-Ivan")).toBe(true);
    expect(await there.users.isNameTaken("Modest-|van")).toBe(true);
    expect(await there.users.isNameTaken("Modest-Ivanka")).toBe(false);
  });

  test("of many who register one name or one address at once, one does", async () => {
    const { here, there } = await newDay();
    const before = await here.users.count();
    const claim = (fields: { username: string } | { email: string }) =>
      range(0, 8).map((index) => (index % 2 ? here : there).users.create(newAccount(fields), AT));
    const names = await Promise.allSettled(claim({ username: "wanted" }));
    const emails = await Promise.allSettled(claim({ email: "wanted@example.com" }));
    for (const outcomes of [names, emails]) {
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
    expect(await there.users.count()).toBe(before + 2);
  });

  test("registering and saying at once disturb neither", async () => {
    const { here, head } = await newDay();
    const sender = {
      key: "a",
      name: "A",
      kind: "guest",
      userId: null,
      range: null,
      since: null,
    } as const;
    const appends = range(0, 10).map(() => here.log.append([{ sender, ref: null, text: "x" }], AT));
    const users = range(0, 10).map(() => here.users.create(newAccount(), AT));
    const said = await Promise.all(appends);
    expect(new Set((await Promise.all(users)).map(({ id }) => id)).size).toBe(10);
    expect(said.flatMap(({ outcomes }) => outcomes).sort()).toEqual(range(head + 1, 10).sort());
  });

  test("pages come in the order of registration", async () => {
    const { here, there } = await newDay();
    const before = await here.users.count();
    const made = [];
    for (const account of [newAccount(), newAccount(), newAccount()]) {
      made.push(await here.users.create(account, AT));
    }
    expect(await there.users.page(before, 2)).toEqual(made.slice(0, 2));
    expect(await there.users.page(before + 2, 100)).toEqual(made.slice(2));
  });

  test("accounts are found by how a name or an address begins, in whatever case", async () => {
    const { here } = await newDay();
    const named = (username: string, email: string) =>
      here.users.create({ ...newAccount(), username, email }, AT);
    await named("Maya-Q", "q@seek.example");
    await named("maya_r", "MAYA.R@seek.example");
    await named("other-q", "maya-q@seek.example");
    await named("xmaya", "x@seek.example");
    await named("Zoë", "élan@seek.example");
    const found = async (search: string) =>
      (await here.users.page(0, 10, { search, sort: "name" })).map(({ username }) => username);
    expect(await found("maya")).toEqual(["Maya-Q", "maya_r", "other-q"]);
    expect(await found("MAYA-Q")).toEqual(["Maya-Q", "other-q"]);
    expect(await found("ÉLAN@")).toEqual(["Zoë"]);
    for (const pattern of ["%", "_", "m%", "maya__", "%maya", "'", '"', "\\", "[m]", "*"]) {
      expect([pattern, await found(pattern)]).toEqual([pattern, []]);
    }
  });

  test("a list is sorted by name or by age, and paged in that order", async () => {
    const { here } = await newDay();
    for (const username of ["sort-b", "Sort-C", "sort-a", "SORT-D"]) {
      await here.users.create({ ...newAccount(), username }, AT);
    }
    const names = async (sort: "oldest" | "newest" | "name", skip = 0) =>
      (await here.users.page(skip, 4, { search: "sort-", sort })).map(({ username }) => username);
    expect(await names("oldest")).toEqual(["sort-b", "Sort-C", "sort-a", "SORT-D"]);
    expect(await names("newest")).toEqual(["SORT-D", "sort-a", "Sort-C", "sort-b"]);
    expect(await names("name")).toEqual(["sort-a", "sort-b", "Sort-C", "SORT-D"]);
    expect(await names("name", 2)).toEqual(["Sort-C", "SORT-D"]);
  });
});
