/** Dockerfile: its lint, and its steps done by hand, down to the room in a root of its own. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { ROOT } from "../docs/prose.ts";
import { freePort } from "../harness/free-port.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needs } from "../harness/needs.ts";
import { folder, start } from "../process/program.ts";
import { heard, join as joinRoom } from "../ws/joining.ts";
import { build, type Image } from "./dockerfile.ts";

setDefaultTimeout(TEST_MS);

const dockerfile = await Bun.file(join(ROOT, "Dockerfile")).text();
const root = needs("root on Linux", process.platform === "linux" && process.getuid?.() === 0);

test("the Dockerfile has no fault that its linter knows, and names no registry's host", () => {
  expect(validate(dockerfile)).toEqual([]);
  const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  expect(images).toEqual(["node:22-bookworm-slim", "scratch"]);
});

test.skipIf(root.isMissing)(
  `its steps, done by hand, make a root with nothing but the program and the C library, in which the room runs read-only as nobody in particular${root.note}`,
  async () => {
    await using here = await folder();
    const image = await build(ROOT, join(here.path, "src"));
    const files = await readdir(image.root, { recursive: true, withFileTypes: true });
    const names = files.filter((file) => file.isFile()).map(({ name }) => name);
    const ofTheLibrary = names.filter((name) => /^(ld-linux|lib\w+\.so)/.test(name));
    expect(names.filter((name) => !ofTheLibrary.includes(name))).toEqual(["rage-room"]);

    const env = { ...image.env, PORT: `${freePort()}` };
    const file = await script(here.path, "room", image, image.command);
    const check = await script(here.path, "check", image, image.healthcheck);
    const health = () => Bun.spawn([check], { env, stderr: "ignore" }).exited;
    expect(await health()).toBe(1);
    await using program = await start(here.path, env, { file });
    expect(await health()).toBe(0);
    const [, port] = program.url.split(":").slice(1);
    const { client } = await joinRoom(`ws://127.0.0.1:${port}/ws`);
    await heard(client, "Said to a container.");
    expect(program.output()).not.toContain("nobody could forbid");
    expect(await program.end("SIGTERM")).toBe(0);
    expect((await readdir(join(image.root, "data"))).toSorted()).toContain("messages.db");
  },
);

/** What an engine does: a root that is read-only but for its volume, the user, and nothing of ours. */
async function script(folder: string, name: string, image: Image, command: string[]) {
  const file = join(folder, name);
  const { root, user, workdir } = image;
  const [uid, gid] = user.split(":");
  const inside = `mkdir -p ${root}/proc ${root}/dev
mount --bind ${root} ${root}
mount -o remount,bind,ro ${root}
mount --bind ${root}${workdir} ${root}${workdir}
mount -o remount,bind,rw ${root}${workdir}
mount -t proc proc ${root}/proc
mount --rbind /dev ${root}/dev
exec unshare --root=${root} --wd=${workdir} --setgid=${gid} --setuid=${uid} ${command.join(" ")}`;
  await Bun.write(
    file,
    `#!/bin/sh
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
exec unshare --mount sh -ec '${inside}'
`,
  );
  await Bun.$`chmod 755 ${file}`;
  return file;
}
