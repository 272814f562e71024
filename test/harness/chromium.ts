/** The real browser of the page tests. */
import { setDefaultTimeout } from "bun:test";
import { existsSync } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { TEST_MS } from "./limits.ts";

const PACKAGE = join(dirname(Bun.resolveSync("@sparticuz/chromium", import.meta.dir)), "../..");
const CACHE = join(import.meta.dir, "../../.cache");
const FONTS = join(import.meta.dir, "fonts.conf");

// The first test of a fresh checkout waits until the browser is unpacked.
setDefaultTimeout(TEST_MS);

/** Beside what playwright passes, which already keeps the browser from calling home. */
const FLAGS = [
  // A container may have no GPU, and little /dev/shm.
  "--disable-gpu",
  "--disable-dev-shm-usage",
  // No name but these resolves: a page that asks for anything outside fails.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** A new browser; close it. It reaches loopback alone, and brings its own libraries and fonts. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  const home = await unpacked();
  const { PATH } = process.env;
  return await chromium.launch({
    executablePath: join(home, "chromium"),
    args: [...FLAGS, ...flags],
    env: {
      PATH: PATH ?? "",
      HOME: home,
      TZ: "UTC",
      LD_LIBRARY_PATH: join(home, "lib"),
      FONTCONFIG_FILE: join(home, "fonts.conf"),
    },
  });
}

/** Unpacks beside the final place and moves it there whole: of two processes at once, one is thrown away. */
async function unpacked(): Promise<string> {
  const { version } = await Bun.file(join(PACKAGE, "package.json")).json();
  const fonts = await Bun.file(FONTS).text();
  const home = join(CACHE, `chromium-${version}-${Bun.hash(fonts).toString(36)}`);
  if (existsSync(home)) return home;

  const staging = `${home}.${crypto.randomUUID()}`;
  await mkdir(staging, { recursive: true });
  await Bun.write(join(staging, "chromium"), await inflated("chromium.br"));
  await chmod(join(staging, "chromium"), 0o755);
  await new Bun.Archive(await inflated("al2023.tar.br")).extract(staging);
  await new Bun.Archive(await inflated("fonts.tar.br")).extract(staging);
  await Bun.write(join(staging, "fonts.conf"), fonts);
  try {
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

const inflated = async (name: string) =>
  brotliDecompressSync(await Bun.file(join(PACKAGE, "bin", name)).bytes());
