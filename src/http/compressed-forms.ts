import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import pLimit from "p-limit";
import { ENCODINGS, type Encoding, type Page } from "./page.ts";

const COMPRESS = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/**
 * Off the event loop and one at a time, or they would take every core from a start. The best brotli
 * of all pages is two seconds of a processor, so each is made when somebody asks for its page.
 */
export class CompressedForms {
  readonly #oneAtATime = pLimit(1);
  readonly #made = new Map<Page, Map<Encoding, Promise<void>>>();

  /** Once, however often it is asked for. */
  make(page: Page, encoding: Encoding): Promise<void> {
    const forms = this.#made.get(page) ?? new Map<Encoding, Promise<void>>();
    this.#made.set(page, forms);
    const made =
      forms.get(encoding) ??
      this.#oneAtATime(async () => {
        page.compressed.set(encoding, new Uint8Array(await COMPRESS[encoding](page.body)));
      });
    forms.set(encoding, made);
    return made;
  }

  async makeAll(pages: Iterable<Page>): Promise<void> {
    await Promise.all(
      Array.from(pages, (page) => ENCODINGS.map((encoding) => this.make(page, encoding))).flat(),
    );
  }
}
