/** ops/systemd/, as docs/service.md says to install it, under a real systemd. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { blocks, ROOT } from "../docs/prose.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needs, needsProgram } from "../harness/needs.ts";
import { folder } from "../process/program.ts";
import { boot, canBoot } from "./booted.ts";

setDefaultTimeout(TEST_MS);

const UNIT = join(ROOT, "ops/systemd/rage-room.service");
const path = "docs/service.md";
const [install = "", backup = "", exposure = ""] = blocks({
  path,
  text: await Bun.file(join(ROOT, path)).text(),
}).flatMap(({ language, text }) => (language === "sh" ? [text] : []));
const analyze = needsProgram("systemd-analyze");
const systemd = needs("systemd and the right to boot it", await canBoot());

test.skipIf(analyze.isMissing)(
  `the unit is exposed to 1.5 of 10 at most, by systemd's own count${analyze.note}`,
  async () => {
    const words = exposure.trim().split(" ");
    const child = Bun.spawn([...words, "--no-pager"], { cwd: ROOT });
    const output = await new Response(child.stdout).text();
    const [, figure = "none"] = /Overall exposure level for \S+: ([\d.]+)/.exec(output) ?? [];
    expect(Number(figure)).toBeLessThanOrEqual(1.5);
    expect(await Bun.file(join(ROOT, path)).text()).toContain(`It said ${figure} on`);
  },
);

test("the unit names no variable that the program does not read", async () => {
  const unit = await Bun.file(UNIT).text();
  const set = [...unit.matchAll(/^Environment=(.+)$/gm)].flatMap(([, pairs = ""]) =>
    pairs.split(" ").map((pair) => pair.replace(/=.*/, "")),
  );
  const reference = await Bun.file(join(ROOT, "docs/configuration.md")).text();
  expect(set.length).toBeGreaterThan(4);
  expect(set.filter((name) => !reference.includes(`\`${name}\``))).toEqual([]);
});

test.skipIf(systemd.isMissing)(
  `installed as documented, it starts under systemd with every restriction on, keeps its key and ends well${systemd.note}`,
  async () => {
    await using here = await folder();
    await using machine = await boot(here.path);
    const shared = join(here.path, "shared");
    await cp(join(ROOT, "ops"), join(shared, "ops"), { recursive: true });
    const build = Bun.spawn(
      [process.execPath, join(ROOT, "bin/build.ts"), join(shared, "dist/rage-room")],
      { stdout: "ignore" },
    );
    expect(await build.exited).toBe(0);
    const done = async (script: string) => {
      const { code, output } = await machine.run(script);
      if (code !== 0)
        throw new Error(`${script}\n${output}\n${(await machine.run(JOURNAL)).output}`);
      return output;
    };
    await done(install);
    expect(await done("systemctl show rage-room -p ActiveState --value")).toBe("active\n");
    await done("rage-room healthcheck --ready");
    const key = await done(KEY);
    expect(key).toStartWith("600 rage-room tmpfs\n");

    await done(backup);
    await done("systemctl stop rage-room");
    expect(await done("systemctl show rage-room -p Result --value")).toBe("success\n");
    await done("systemctl start rage-room");
    expect(await done(KEY)).toBe(key);
    const status = await done("cat /proc/$(systemctl show rage-room -p MainPID --value)/status");
    expect(status).toMatch(/^CapBnd:\t0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    expect(status).toMatch(/^Seccomp:\t2$/m);
    const journal = await done(JOURNAL);
    expect(journal).toContain("Rage Room is open at");
    expect(journal).not.toContain("nobody could forbid");
    expect(journal).not.toContain(await done("cat /etc/rage-room/admin-password"));
  },
);

const JOURNAL = "journalctl -u rage-room --no-pager -o cat";
const KEY =
  "cd /run/rage-room && stat -c '%a %U' day.key | tr '\\n' ' ' && stat -f -c %T . && sha256sum day.key";
