/** A release, made with a key of the test's own, and checked as docs/releases.md says. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { appendFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { notesOf } from "../../bin/release/changelog.ts";
import { name, version } from "../../package.json";
import lock from "../../package-lock.json";
import { blocks, ROOT } from "../docs/prose.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needsProgram } from "../harness/needs.ts";
import { folder } from "../process/program.ts";

setDefaultTimeout(TEST_MS);

const CHANGELOG = await Bun.file(join(ROOT, "CHANGELOG.md")).text();
const path = "docs/releases.md";
const [check = ""] = blocks({ path, text: await Bun.file(join(ROOT, path)).text() }).map(
  ({ text }) => text,
);
const Sbom = z.object({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string(),
  metadata: z.object({
    component: z.object({
      type: z.literal("application"),
      name: z.string(),
      version: z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })),
    }),
  }),
  components: z.array(
    z.object({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).min(1) }),
  ),
});

async function run(words: string[], cwd: string) {
  const child = Bun.spawn(words, { cwd, stdin: "ignore", stderr: "pipe" });
  const [out, err] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return { code: await child.exited, out, err };
}

const keygen = needsProgram("ssh-keygen");

test.skipIf(keygen.isMissing)(
  `a release is whole, says what it is made of, and is known by its signature; one that was changed is not${keygen.note}`,
  async () => {
    await using here = await folder();
    const key = join(here.path, "key");
    const out = join(here.path, "release");
    await run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], here.path);
    const release = [
      process.execPath,
      join(ROOT, "bin/release.ts"),
      `--key=${key}`,
      `--out=${out}`,
    ];
    expect(await run(release, here.path)).toMatchObject({ code: 0, err: "" });

    const program = `${name}-${version}-${process.platform}-${process.arch}`;
    const list = `${name}-${version}.cdx.json`;
    const files = [program, list, "NOTES.md", "LICENSE", "SHA256SUMS", "SHA256SUMS.sig"];
    expect((await readdir(out)).toSorted()).toEqual(files.toSorted());
    expect((await run([join(out, program), "version"], here.path)).out).toBe(`${version}\n`);
    expect(await Bun.file(join(out, "NOTES.md")).text()).toBe(notesOf(version, CHANGELOG));

    const sums = await Bun.file(join(out, "SHA256SUMS")).text();
    const sbom = Sbom.parse(await Bun.file(join(out, list)).json());
    expect(sbom.metadata.component).toMatchObject({ name, version });
    expect(sums).toContain(`${sbom.metadata.component.hashes[0]?.content}  ${program}\n`);
    const inside = new Set(sbom.components.map((one) => `${one.name}@${one.version}`));
    expect(needed().filter((one) => !inside.has(one))).toEqual([]);
    expect([...inside].some((one) => one.startsWith("playwright-core@"))).toBe(false);

    const [type, blob] = (await Bun.file(`${key}.pub`).text()).split(" ");
    const signer = `releases namespaces="rage-room-release" ${type} ${blob}\n`;
    await Bun.write(join(out, "allowed_signers"), signer);
    const checked = () => run(["sh", "-ec", check], out);
    expect(await checked()).toMatchObject({ code: 0 });

    await appendFile(join(out, "NOTES.md"), "- One thing more.\n");
    expect((await checked()).out).toContain("NOTES.md: FAILED");
    await Bun.write(join(out, "SHA256SUMS"), `${sums}\n`);
    expect((await checked()).code).not.toBe(0);
    await Bun.write(join(out, "SHA256SUMS"), sums);
    await Bun.write(join(out, "allowed_signers"), signer.replace("rage-room-release", "another"));
    expect((await checked()).code).not.toBe(0);
  },
);

/** What package.json asks for, as it is locked. */
function needed(): string[] {
  const locked = z.record(z.string(), z.object({ version: z.string().optional() }));
  const packages = locked.parse(lock.packages);
  return Object.keys(lock.packages[""].dependencies).map(
    (one) => `${one}@${packages[`node_modules/${one}`]?.version}`,
  );
}

test("without a key nothing is made", async () => {
  await using here = await folder();
  const out = join(here.path, "release");
  const words = [process.execPath, join(ROOT, "bin/release.ts"), `--out=${out}`];
  const { code, err } = await run(words, here.path);
  expect({ code, err }).toEqual({
    code: 1,
    err: "Name the key that signs: --key=FILE, an SSH key.\n",
  });
  expect(await readdir(here.path)).toEqual([]);
});

test.each([
  ["1.2", "## [1.2] - 2026-11-28\n\n- New.\n", "is no version"],
  ["1.2.3", "## [Unreleased]\n\n- New.\n", "has no section for 1.2.3"],
  ["1.2.3", "## [1.2.3]\n\n- New.\n", "on which day"],
  ["1.2.3", "## [1.2.3] - 2026-02-30\n\n- New.\n", "on which day"],
  ["1.2.3", "## [1.2.3] - 2026-11-28\n\n### Added\n", "says nothing of 1.2.3"],
  ["1.2.3", "## [1.2.3] - 2026-11-28\n\n### Improved\n\n- New.\n", "no kind of change"],
])("version %s is not released with the changelog %j", (version, changelog, says) => {
  expect(() => notesOf(version, changelog)).toThrow(says);
});

test("the changelog knows the version that the program says, newest first, and what comes next", () => {
  const versions = [...CHANGELOG.matchAll(/^## \[(.+?)\]/gm)].map(([, one]) => one);
  expect(versions.slice(0, 2)).toEqual(["Unreleased", version]);
});

test("the project's own checks run what CONTRIBUTING.md asks of everybody, and may change nothing", async () => {
  const Workflow = z.object({
    permissions: z.record(z.string(), z.string()),
    jobs: z.record(
      z.string(),
      z.object({ steps: z.array(z.object({ run: z.string().optional() })) }),
    ),
  });
  const text = await Bun.file(join(ROOT, ".github/workflows/ci.yml")).text();
  const { permissions, jobs } = Workflow.parse(Bun.YAML.parse(text));
  expect(permissions).toEqual({ contents: "read" });
  expect(jobs["test"]?.steps.flatMap(({ run }) => run ?? [])).toEqual(["npm ci && npm test"]);
  expect(await Bun.file(join(ROOT, "README.md")).text()).toContain("npm ci && npm test");
});
