import { expect, test } from "bun:test";
import { bundleWords } from "../../src/http/bundle-words.ts";
import { type BuiltPages, buildPages } from "../../src/http/pages.ts";
import { catalogues } from "../../web/words/catalogues.ts";

const pages = await buildPages();
await pages.compress();

function get(path: string, accept = "", from: BuiltPages = pages): Response {
  const request = new Request(`http://room${path}`, { headers: { "accept-encoding": accept } });
  const response = from.respond(request);
  if (!response) throw new Error(`Nothing is served at ${path}.`);
  return response;
}

/** Where a link of that address leads. */
function from(path: string, link: string): string {
  return new URL(link, `http://room${path}`).pathname;
}

async function assetsOf(path: string): Promise<string[]> {
  const html = await get(path).text();
  return [...html.matchAll(/(?:src|href)="([./]+\/assets\/[^"]+)"/g)].map(([, asset = ""]) =>
    from(path, asset),
  );
}

test("every page is at its addresses, is not stored, and its assets are kept forever", async () => {
  for (const path of [
    "/",
    "/login",
    "/static/login.html",
    "/account",
    "/embed",
    "/admin",
    "/static/admin.html",
  ]) {
    const page = get(path);
    expect(page.headers.get("content-type")).toStartWith("text/html");
    expect(page.headers.get("cache-control")).toBe("no-store");
    const assets = await assetsOf(path);
    expect(assets.length).toBeGreaterThanOrEqual(3);
    for (const asset of assets) {
      expect(get(asset).headers.get("cache-control")).toContain("immutable");
    }
  }
});

test("the chat page and all it needs to show the room come in under 45 KB", async () => {
  const { files, bytes } = await weightOf("/");
  // The page, its icon, what runs first, its styles, its entry, and one file of all the rest.
  expect(files).toBe(6);
  expect(bytes).toBeLessThan(45_000);
});

test("what the first paint waits for stands before the modules, which leave it the line", async () => {
  const markup = await get("/").text();
  const early = markup.indexOf("/early-choices-");
  const styles = markup.indexOf('rel="stylesheet"');
  const modules = [...markup.matchAll(/<(?:link[^>]*modulepreload|script[^>]*module)[^>]*>/g)];
  expect(modules.length).toBeGreaterThan(0);
  for (const [module] of modules) expect(module).toContain('fetchpriority="low"');
  expect(early).toBeGreaterThan(0);
  expect(Math.max(early, styles)).toBeLessThan(modules[0]?.index ?? 0);
});

test("another language than English adds less than 4 KB to it", async () => {
  const { files } = await bundleWords();
  const words = [...files.keys()].filter((name) => /^[a-z]{2}-words-/.test(name));
  expect(words.length).toBe(Object.keys(catalogues).length - 1);
  for (const name of words) {
    const { length } = await get(`/assets/${name}`, "gzip, br").bytes();
    expect([name, length < 4_000]).toEqual([name, true]);
  }
});

test("the log for other sites' frames comes in under 12 KB", async () => {
  const { files, bytes } = await weightOf("/embed");
  expect(files).toBeGreaterThan(2);
  expect(bytes).toBeLessThan(12_000);
});

/** Of a page and all that it loads by itself, in bytes. */
async function weightOf(address: string): Promise<{ files: number; bytes: number }> {
  const needed = new Set([address, ...(await assetsOf(address))]);
  let bytes = 0;
  // A set hands out what is added while it is walked.
  for (const path of needed) {
    bytes += (await get(path, "gzip, br").bytes()).length;
    for (const chunk of path.endsWith(".js") ? await importsOf(path) : []) needed.add(chunk);
  }
  return { files: needed.size, bytes };
}

async function importsOf(path: string): Promise<string[]> {
  const script = await get(path).text();
  return [...script.matchAll(/\b(?:from|import)"(\.\/[^"]+)"/g)].map(([, at = ""]) =>
    from(path, at),
  );
}

test("the smallest form that the client takes is sent, and it is the same text", async () => {
  const plain = await get("/").text();
  for (const [accept, encoding] of [
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["br;q=0.0", null],
    ["", null],
  ] as const) {
    const response = get("/", accept);
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    const body = await response.bytes();
    const text = encoding === null ? body : await inflate(body, encoding);
    expect(new TextDecoder().decode(text)).toBe(plain);
  }
});

test("pages are served before they are compressed", async () => {
  const fresh = await buildPages();
  expect(get("/", "br", fresh).status).toBe(200);
});

test("a page has its smallest form soon after it is asked for, and the quick one meanwhile", async () => {
  const fresh = await buildPages();
  const encodingOf = (accept: string) => get("/", accept, fresh).headers.get("content-encoding");
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  while (encodingOf("gzip") !== "gzip") await turn();
  expect(encodingOf("gzip, br")).toBe("gzip");
  while (encodingOf("gzip, br") !== "br") await turn();
});

test("the room can be installed: its manifest names icons that are there, in the size they say", async () => {
  for (const path of ["/", "/login", "/account", "/admin"]) {
    expect(await get(path).text()).toContain('<link rel="manifest" href="./manifest.webmanifest"');
  }
  const manifest = get("/manifest.webmanifest");
  expect(manifest.headers.get("content-type")).toBe("application/manifest+json");
  const { start_url, display, icons } = await manifest.json();
  expect({ start_url, display }).toEqual({ start_url: "./", display: "standalone" });
  const offered = icons.map((icon: { sizes: string; purpose: string }) => [
    icon.purpose,
    icon.sizes,
  ]);
  expect(offered).toEqual([
    ["any", "any"],
    ["any", "192x192"],
    ["any", "512x512"],
    ["maskable", "512x512"],
  ]);
  for (const { src, type, sizes } of icons) {
    const icon = get(from("/manifest.webmanifest", src));
    expect(icon.headers.get("content-type")).toBe(type);
    if (type !== "image/png") continue;
    expect(await sizeOf(icon)).toBe(sizes);
  }
});

/** As the head of a PNG says it. */
async function sizeOf(image: Response): Promise<string> {
  const header = new DataView(await image.arrayBuffer());
  return `${header.getUint32(16)}x${header.getUint32(20)}`;
}

test("a system frames each page in its own ground, in the dark and in the light", async () => {
  for (const path of ["/", "/login", "/account", "/admin"]) {
    const html = await get(path).text();
    const framed = [...html.matchAll(/<meta name="theme-color" content="(#\w+)" media="([^"]+)"/g)];
    expect(framed.map(([, , scheme]) => scheme)).toEqual([
      "(prefers-color-scheme: dark)",
      "(prefers-color-scheme: light)",
    ]);
    expect(new Set(framed.map(([, colour]) => colour)).size).toBe(2);
  }
});

test("no page has a worker that could keep or be sent what is said", async () => {
  for (const path of ["/", "/login", "/account", "/admin"]) {
    for (const asset of await assetsOf(path)) {
      expect(await get(asset).text()).not.toMatch(
        /serviceWorker|PushManager|caches\.open|indexedDB/,
      );
    }
  }
});

test("a link to the room previews what it is", async () => {
  const html = await get("/").text();
  expect(html).toContain('<meta property="og:title" content="Rage Room"');
  expect(html).toMatch(/<meta property="og:description" content="[^"]+gone at midnight\./);
  expect(html).toContain('<meta property="og:image" content="./preview.png"');
  expect(await sizeOf(get("/preview.png"))).toBe("1200x630");
});

test("no page holds a script, a style or a handler of its own", async () => {
  for (const path of ["/", "/login", "/account", "/admin"]) {
    const html = await get(path).text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
  }
});

test("what is no page, and what is no reading, is left to others", () => {
  expect(pages.respond(new Request("http://room/assets/none.js"))).toBeUndefined();
  expect(pages.respond(new Request("http://room/", { method: "POST" }))).toBeUndefined();
});

const inflate = async (body: Uint8Array<ArrayBuffer>, encoding: "br" | "gzip") =>
  encoding === "gzip"
    ? Bun.gunzipSync(body)
    : (await import("node:zlib")).brotliDecompressSync(body);
