import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { Pages } from "./api.ts";
import { bundlePages } from "./bundle-pages.ts";
import { ENCODINGS, type Encoding, type Page } from "./page.ts";
import { readPages } from "./stored-pages.ts";

export interface BuiltPages extends Pages {
  /** Resolves once every compressed form is ready. Nobody has to wait: pages are served before. */
  readonly compressed: Promise<void>;
}

/** Those that an executable holds in this folder; in a checkout, null, they are bundled now. */
export async function openPages(builtIn: string | null): Promise<Pages> {
  return builtIn === null ? buildPages() : served(await readPages(builtIn));
}

export async function buildPages(): Promise<BuiltPages> {
  const pages = await bundlePages();
  return { ...served(pages), compressed: compress(new Set(pages.values())) };
}

function served(pages: ReadonlyMap<string, Page>): Pages {
  return {
    respond: (request) => {
      if (request.method !== "GET" && request.method !== "HEAD") return undefined;
      const found = pages.get(new URL(request.url).pathname);
      return found && serve(found, request.headers.get("accept-encoding") ?? "");
    },
  };
}

/**
 * Off the event loop and one at a time, the quick form first: the best brotli takes longer
 * than a start may, and would take every core from it.
 */
export async function compress(pages: ReadonlySet<Page>): Promise<void> {
  for (const { body, compressed } of pages) {
    compressed.set("gzip", new Uint8Array(await promisify(gzip)(body)));
  }
  for (const { body, compressed } of pages) {
    compressed.set("br", new Uint8Array(await promisify(brotliCompress)(body)));
  }
}

function serve({ type, cache, body, compressed }: Page, accepted: string): Response {
  const headers = new Headers({
    "content-type": type,
    "cache-control": cache,
    vary: "Accept-Encoding",
  });
  const encoding = ENCODINGS.find((name) => compressed.has(name) && accepts(accepted, name));
  if (encoding) headers.set("content-encoding", encoding);
  return new Response((encoding && compressed.get(encoding)) ?? body, { headers });
}

/** Whether an Accept-Encoding header names this one without refusing it by `q=0`. */
function accepts(header: string, encoding: Encoding): boolean {
  return header.split(",").some((part) => {
    const [name, ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
