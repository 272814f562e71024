import { join } from "node:path";
import type { BunPlugin } from "bun";

const WEB = join(import.meta.dir, "../../web");

/**
 * Has all modules in these folders of `web` import the page that they are loaded by. The bundler puts what
 * a page shares with parts that are loaded later into a file for each set of parts that use it, each of which is
 * a request; parts that import the page share all of it, in one file. The page is the first that runs, and
 * imports its modules in the order that they state: what they import of it here changes nothing.
 */
export function importPage(page: string, folders: readonly string[]): BunPlugin {
  const line = `import ${JSON.stringify(join(WEB, page))};\n`;
  // Whole paths: a checkout may lie in a folder that is called like one of these.
  const within = folders.map((folder) => join(WEB, folder, "/"));
  return {
    name: "import-page",
    setup(build) {
      build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (!within.some((folder) => path.startsWith(folder))) return undefined;
        const contents = line + (await Bun.file(path).text());
        return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
      });
    },
  };
}
