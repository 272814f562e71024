import type { Pages } from "./api.ts";
import { ENCODINGS, type Encoding, type Page } from "./page.ts";
import { readPages, writePages } from "./stored-pages.ts";

export interface BuiltPages extends Pages {
  /** Makes every compressed form that is not there yet. */
  compress(): Promise<void>;
}

/** Those that an executable holds in this folder; in a checkout, null, they are bundled now. */
export async function openPages(builtIn: string | null): Promise<Pages> {
  return builtIn === null ? buildPages() : served(await readPages(builtIn));
}

/** Nobody waits for a compressed form: a page is served before it is there. */
export async function buildPages(): Promise<BuiltPages> {
  const { pages, forms } = await bundled();
  const all = new Set(pages.values());
  for (const page of all) void forms.make(page, "gzip");
  return {
    ...served(pages, (page, encoding) => void forms.make(page, encoding)),
    compress: () => forms.makeAll(all),
  };
}

/** Bundled now, with every compressed form, as files of this folder: openPages reads them. */
export async function storePages(folder: string): Promise<void> {
  const { pages, forms } = await bundled();
  await forms.makeAll(new Set(pages.values()));
  await writePages(folder, pages);
}

/** Loaded in a checkout alone: an executable holds the pages, and is open sooner. */
async function bundled() {
  const { bundlePages } = await import("./bundle-pages.ts");
  const { CompressedForms } = await import("./compressed-forms.ts");
  return { pages: await bundlePages(), forms: new CompressedForms() };
}

function served(
  pages: Pick<ReadonlyMap<string, Page>, "get">,
  wanted: (page: Page, encoding: Encoding) => void = () => undefined,
): Pages {
  return {
    respond: (request) => {
      if (request.method !== "GET" && request.method !== "HEAD") return undefined;
      const found = pages.get(new URL(request.url).pathname);
      if (!found) return undefined;
      const accepted = request.headers.get("accept-encoding") ?? "";
      const best = ENCODINGS.find((name) => accepts(accepted, name));
      if (best) wanted(found, best);
      return serve(found, accepted);
    },
  };
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
