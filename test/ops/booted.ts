/** A systemd of its own, over a copy of this machine that is thrown away. It needs root. */
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { listenForDatagrams } from "../harness/datagrams.ts";

const SYSTEMD = "/lib/systemd/systemd";
const NEEDED = [SYSTEMD, "/usr/bin/unshare", "/usr/bin/nsenter", "/usr/sbin/useradd"];

/** Whether this machine can do it. */
export async function canBoot(): Promise<boolean> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  if (Bun.which("unshare") === null) return false;
  const there = await Promise.all(NEEDED.map((file) => Bun.file(file).exists()));
  if (there.includes(false)) return false;
  const tried = Bun.spawn(["unshare", ...NAMESPACES, "true"], {
    stdout: "ignore",
    stderr: "ignore",
  });
  return (await tried.exited) === 0;
}

const NAMESPACES = ["--pid", "--mount", "--ipc", "--uts", "--net", "--cgroup", "--fork"];

/** $1: a folder that both see. What is written elsewhere is gone with the machine. */
const BOOT = `set -e
mount --make-rprivate /
mount -t tmpfs tmpfs "$1/machine"
mkdir "$1/machine/upper" "$1/machine/work" "$1/machine/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/machine/upper,workdir=$1/machine/work" "$1/machine/root"
cd "$1/machine/root"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount --rbind /dev dev
mkdir -p ".$1" oldroot
mount --bind "$1/shared" ".$1/shared"
pivot_root . oldroot
cd /
umount -l oldroot
mount --make-rshared /
rm -f /etc/systemd/system/*.wants/*
exec env -i container=test NOTIFY_SOCKET="$1/shared/booted" PATH=/usr/sbin:/usr/bin:/sbin:/bin \\
  ${SYSTEMD} --system --unit=basic.target --log-target=null --show-status=0`;

export interface Machine extends AsyncDisposable {
  /** Runs a script there, in the folder that both see. */
  run(script: string): Promise<{ code: number; output: string }>;
}

/** `folder`: an empty one; `shared` in it is what both see. */
export async function boot(folder: string): Promise<Machine> {
  const shared = join(folder, "shared");
  await mkdir(shared, { recursive: true });
  await mkdir(join(folder, "machine"));
  using booted = listenForDatagrams(join(shared, "booted"));
  const words = [...NAMESPACES, "--kill-child", "bash", "-c", BOOT, "boot", folder];
  const unshare = Bun.spawn(["unshare", ...words], { stdin: "ignore", stdout: "ignore" });
  while (!booted.next().includes("READY=1")) {
    // It tells more than that.
  }
  const pid = readFileSync(`/proc/${unshare.pid}/task/${unshare.pid}/children`, "utf8").trim();
  const enter = ["-t", pid, "-p", "-m", "-i", "-u", "-n", "-C", "-r", "-w"];
  return {
    async run(script) {
      const child = Bun.spawn(
        ["nsenter", ...enter, "bash", "-ec", `exec 2>&1; cd ${shared}\n${script}`],
        {
          env: { PATH: "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" },
          stdin: "ignore",
        },
      );
      const output = await new Response(child.stdout).text();
      return { code: await child.exited, output };
    },
    async [Symbol.asyncDispose]() {
      unshare.kill("SIGKILL");
      await unshare.exited;
    },
  };
}
