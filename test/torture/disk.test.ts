import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Disk } from "../../torture/power-cut/disk.ts";
import { Random } from "../../torture/random.ts";
import { needsLinux, needsProgram } from "../harness/needs.ts";

const SECTOR = 512;
const compiler = needsProgram("cc");

describe.skipIf(needsLinux.isMissing || compiler.isMissing)(
  `a disk that forgets${needsLinux.note || compiler.note}`,
  () => {
    let folder: string;
    let file: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "disk-"));
      file = join(folder, "file");
      writeFileSync(file, "aaaa".repeat(SECTOR / 4).repeat(8));
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    test("keeps what was synced, and nothing that was written since", () => {
      using disk = newDisk();
      expect(write(disk, "b", { at: 1, count: 2, sync: true })).toBe(0);
      expect(write(disk, "c", { at: 2, count: 9 })).toBe(0);
      expect(sectors()).toBe("abccccccccc");
      disk.restore("nothing");
      expect(sectors()).toBe("abbaaaaa");
    });

    test("tears what was not synced at 512 bytes, as the seed says", () => {
      const seen = new Set<string>();
      for (let seed = 0; seed < 8; seed++) {
        using disk = newDisk(seed);
        writeFileSync(file, "a".repeat(8 * SECTOR));
        write(disk, "b", { at: 0, count: 1, sync: true });
        write(disk, "c", { at: 1, count: 6 });
        disk.restore("some sectors");
        expect(sectors()).toMatch(/^b[ac]{6}a$/);
        seen.add(sectors());
      }
      expect(seen.size).toBeGreaterThan(1);
    });

    test("gives back what was cut off without a sync", () => {
      using disk = newDisk();
      run(disk, ["truncate", "-s", `${3 * SECTOR}`, file]);
      expect(sectors()).toBe("aaa");
      disk.restore("nothing");
      expect(sectors()).toBe("aaaaaaaa");
    });

    test("says once that a sync failed, and never writes what that one was for", () => {
      using disk = newDisk();
      disk.failAfter(1);
      expect(write(disk, "b", { at: 0, count: 1, sync: true })).toBe(1);
      expect(disk.hasFailed).toBe(true);
      expect(sectors()).toBe("baaaaaaa");
      // Eight sectors are a page, so the first write here is in another one.
      expect(write(disk, "c", { at: 8, count: 1, sync: true })).toBe(0);
      disk.restore("some sectors");
      expect(sectors()).toBe("aaaaaaaac");
    });

    test("writes it with the next sync where its page was written to again", () => {
      using disk = newDisk();
      disk.failAfter(1);
      write(disk, "b", { at: 0, count: 1, sync: true });
      write(disk, "c", { at: 5, count: 1, sync: true });
      disk.restore("nothing");
      expect(sectors()).toBe("baaaacaa");
    });

    test("kills whoever writes after the power went, before anything is written", () => {
      using disk = newDisk();
      disk.cutAfter(3);
      expect(write(disk, "b", { at: 0, count: 8 })).toBe(137);
      expect(disk.isCut).toBe(true);
      expect(sectors()).toBe("bbaaaaaa");
      disk.restore("nothing");
      expect(sectors()).toBe("aaaaaaaa");
      expect(write(disk, "b", { at: 0, count: 8, sync: true })).toBe(0);
      expect(disk.isCut).toBe(false);
    });

    function newDisk(seed = 1): Disk {
      return new Disk(folder, new Random(seed));
    }

    /** Sectors of one letter each, one operation for each, and one for the sync; gives the exit code. */
    function write(
      disk: Disk,
      letter: string,
      { at, count, sync = false }: { at: number; count: number; sync?: boolean },
    ): number {
      const input = join(folder, "input");
      writeFileSync(input, letter.repeat(count * SECTOR));
      const how = sync ? "conv=notrunc,fdatasync" : "conv=notrunc";
      return run(disk, ["dd", `if=${input}`, `of=${file}`, "bs=512", `seek=${at}`, how]);
    }

    function run(disk: Disk, command: string[]): number {
      const { PATH = "" } = process.env;
      const { exitCode, signalCode } = Bun.spawnSync(command, { env: { PATH, ...disk.env } });
      return signalCode === "SIGKILL" ? 137 : exitCode;
    }

    /** The letter of each sector. */
    function sectors(): string {
      const text = readFileSync(file, "latin1");
      return Array.from({ length: text.length / SECTOR }, (_, at) => text[at * SECTOR]).join("");
    }
  },
);
