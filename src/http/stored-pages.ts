/** The pages as files of a folder, for an executable that has no sources. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ENCODINGS, type Page, page } from "./page.ts";

const INDEX = "pages.json";
const Stored = z.object({
  address: z.string(),
  type: z.string(),
  cache: z.string(),
  file: z.string(),
  encodings: z.array(z.enum(ENCODINGS)),
});
type Stored = z.infer<typeof Stored>;
const Index = z.array(Stored);

/** Every compressed form must be ready. */
export async function writePages(folder: string, pages: ReadonlyMap<string, Page>): Promise<void> {
  const index: Stored[] = [];
  for (const [address, { type, cache, body, compressed }] of pages) {
    const file = `page-${index.length}`;
    await Bun.write(join(folder, file), body);
    for (const [encoding, bytes] of compressed)
      await Bun.write(join(folder, `${file}.${encoding}`), bytes);
    index.push({ address, type, cache, file, encodings: [...compressed.keys()] });
  }
  await Bun.write(join(folder, INDEX), JSON.stringify(index));
}

/** Each is read when it is asked for the first time: a start needs none. The folder must not change. */
export async function readPages(folder: string): Promise<Pick<ReadonlyMap<string, Page>, "get">> {
  const index = Index.parse(await Bun.file(join(folder, INDEX)).json());
  const stored = new Map(index.map((one) => [one.address, one]));
  const read = new Map<string, Page>();
  return {
    get(address) {
      const found = stored.get(address);
      if (found && !read.has(address)) read.set(address, readPage(folder, found));
      return read.get(address);
    },
  };
}

function readPage(folder: string, { type, cache, file, encodings }: Stored): Page {
  const read = page(type, cache, new Uint8Array(readFileSync(join(folder, file))));
  for (const encoding of encodings)
    read.compressed.set(
      encoding,
      new Uint8Array(readFileSync(join(folder, `${file}.${encoding}`))),
    );
  return read;
}
