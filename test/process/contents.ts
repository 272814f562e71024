import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The hash of each file in a folder, to see that nothing changed. */
export async function contents(path: string): Promise<Record<string, string>> {
  const names = await readdir(path);
  const hashes = names.map(async (name) => {
    const bytes = await Bun.file(join(path, name)).bytes();
    return [name, new Bun.CryptoHasher("sha256").update(bytes).digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}
