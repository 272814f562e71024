/** The pages as files of a folder, for an executable that has no sources. */
import { join } from "node:path";
import { z } from "zod";
import { ENCODINGS, type Page, page } from "./page.ts";

const INDEX = "pages.json";
const Index = z.array(
  z.object({
    address: z.string(),
    type: z.string(),
    cache: z.string(),
    file: z.string(),
    encodings: z.array(z.enum(ENCODINGS)),
  }),
);

/** Every compressed form must be ready. */
export async function writePages(folder: string, pages: ReadonlyMap<string, Page>): Promise<void> {
  const index: z.infer<typeof Index> = [];
  for (const [address, { type, cache, body, compressed }] of pages) {
    const file = `page-${index.length}`;
    await Bun.write(join(folder, file), body);
    for (const [encoding, bytes] of compressed)
      await Bun.write(join(folder, `${file}.${encoding}`), bytes);
    index.push({ address, type, cache, file, encodings: [...compressed.keys()] });
  }
  await Bun.write(join(folder, INDEX), JSON.stringify(index));
}

export async function readPages(folder: string): Promise<ReadonlyMap<string, Page>> {
  const index = Index.parse(await Bun.file(join(folder, INDEX)).json());
  const read = index.map(async ({ address, type, cache, file, encodings }) => {
    const stored = page(type, cache, await Bun.file(join(folder, file)).bytes());
    for (const encoding of encodings)
      stored.compressed.set(encoding, await Bun.file(join(folder, `${file}.${encoding}`)).bytes());
    return [address, stored] as const;
  });
  return new Map(await Promise.all(read));
}
