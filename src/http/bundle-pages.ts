import { join } from "node:path";
import { catalogues } from "../../web/words/catalogues.ts";
import { bundleWords } from "./bundle-words.ts";
import { importPage } from "./import-page.ts";
import { type Page, page } from "./page.ts";

const WEB = join(import.meta.dir, "../../web");
/**
 * What pages of one bundle share is a file of its own; each of these costs who loads one page a request.
 * Most people load the room and nothing else: it shares with no page, and comes in one file.
 */
const BUNDLES = [
  { entries: ["chat/index.html"], plugins: [importPage("chat/main.tsx", ["chat", "shared"])] },
  { entries: ["login/login.html", "admin/admin.html", "account/account.html"], plugins: [] },
  // Nobody who loads it loads the others with it.
  { entries: ["embed/embed.html"], plugins: [] },
];
const ADDRESSES: Record<string, readonly string[]> = {
  "/index.html": ["/"],
  "/login.html": ["/login", "/static/login.html"],
  "/admin.html": ["/admin", "/static/admin.html"],
  "/account.html": ["/account"],
  "/embed.html": ["/embed"],
};
/** What carries its own name, for good: others link to these. */
const FIXED = [
  "manifest.webmanifest",
  "icon.svg",
  "icon-192.png",
  "icon-512.png",
  "icon-maskable-512.png",
  "preview.png",
];
/**
 * Whoever keeps copies is given a page that holds nothing that was said, so each may be found, the
 * admin's too: a stranger is sent on to sign in. The calls, and second addresses, are not pages.
 */
const ROBOTS = new TextEncoder().encode("User-agent: *\nDisallow: /api/\nDisallow: /static/\n");

/** Whose script does not run is of any language. */
const NEED = Object.entries(catalogues)
  .map(([id, one]) => `<p lang="${id}" dir="${one.direction}">${one.needsScript}</p>`)
  .join("");

/**
 * Every link is relative, so that the room may lie under any path of a host. The bundler writes
 * them from the root; a page at a deeper address goes up first. What is put in here the bundler
 * would take for a source to be renamed.
 */
function linksFrom(address: string, early: string): HTMLRewriter {
  const up = "../".repeat(address.split("/").length - 2) || "./";
  const relative = (name: string) => ({
    element(element: HTMLRewriterTypes.Element) {
      const link = element.getAttribute(name);
      if (link?.startsWith("./")) element.setAttribute(name, `${up}${link.slice(2)}`);
    },
  });
  return new HTMLRewriter()
    .on("link", relative("href"))
    .on("script", relative("src"))
    .on('link[rel="modulepreload"], script[type="module"]', {
      element: (module) => {
        // The first paint waits for the styles and what runs before it, and shares the line with nothing.
        module.setAttribute("fetchpriority", "low");
      },
    })
    .on('link[rel="stylesheet"]', {
      element: (styles) => {
        // A frame on another site is that site's own: its reader's choices are not asked there.
        if (address !== "/embed")
          styles.before(`<script src="${up}${early}"></script>`, { html: true });
      },
    })
    .on("noscript", {
      element: (none) => {
        // The room's page is served with the room in its place: see room-page.ts.
        if (address !== "/") none.setInnerContent(NEED, { html: true });
      },
    })
    .on("head", {
      element: (head) => {
        head.append(`<link rel="manifest" href="${up}manifest.webmanifest">`, { html: true });
        head.append(`<link rel="apple-touch-icon" href="${up}icon-192.png">`, { html: true });
        head.append(`<meta property="og:image" content="${up}preview.png">`, { html: true });
      },
    });
}

const FOREVER = "public, max-age=31536000, immutable";

/** From their sources, by their addresses. Assets carry their content's hash and may be kept forever. */
export async function bundlePages(): Promise<ReadonlyMap<string, Page>> {
  const { version, files } = await bundleWords();
  const [early, ...bundles] = await Promise.all([
    bundleEarly(),
    ...BUNDLES.map((one) => bundle(one, version)),
  ]);
  const outputs = [early, ...bundles.flat()];
  const pages = new Map([["/robots.txt", page("text/plain;charset=utf-8", "no-cache", ROBOTS)]]);
  for (const name of FIXED) {
    const file = Bun.file(join(WEB, "icons", name));
    pages.set(`/${name}`, page(typeOf(name, file.type), "no-cache", await file.bytes()));
  }
  const encoder = new TextEncoder();
  for (const [name, script] of files) {
    pages.set(`/assets/${name}`, page(early.type, FOREVER, encoder.encode(script)));
  }
  for (const output of outputs) {
    const path = new URL(output.path, "http://room/").pathname;
    const addresses = ADDRESSES[path];
    const bundled = await output.arrayBuffer();
    for (const address of addresses ?? []) {
      const linked = new Uint8Array(
        linksFrom(address, early.path.replace("./", "")).transform(bundled),
      );
      pages.set(address, page(output.type, "no-store", linked));
    }
    if (!addresses) pages.set(path, page(output.type, FOREVER, new Uint8Array(bundled)));
  }
  return pages;
}

function typeOf(name: string, known: string): string {
  return name.endsWith(".webmanifest") ? "application/manifest+json" : known;
}

/** What runs before the first paint: small, and no module, which would wait for the whole page. */
async function bundleEarly(): Promise<Bun.BuildArtifact> {
  const { outputs } = await Bun.build({
    entrypoints: [join(WEB, "shared/early-choices.ts")],
    naming: "assets/[name]-[hash].[ext]",
    target: "browser",
    format: "iife",
    minify: true,
  });
  const [script] = outputs;
  if (!script) throw new Error("What runs before the first paint was not bundled.");
  return script;
}

async function bundle(
  { entries, plugins }: (typeof BUNDLES)[number],
  words: string,
): Promise<Bun.BuildArtifact[]> {
  const { outputs } = await Bun.build({
    plugins,
    entrypoints: entries.map((entry) => join(WEB, entry)),
    root: WEB,
    naming: {
      entry: "[name].[ext]",
      chunk: "assets/[name]-[hash].[ext]",
      asset: "assets/[name]-[hash].[ext]",
    },
    target: "browser",
    minify: true,
    splitting: true,
    // What tells a developer where an element was written is nothing to its reader.
    jsx: { development: false },
    define: { WORDS_VERSION: JSON.stringify(words) },
  });
  return outputs;
}
