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
  return {
    name: "import-page",
    setup(build) {
      build.onLoad(
        { filter: new RegExp(`/web/(${folders.join("|")})/.*\\.tsx?$`) },
        async (module) => ({
          contents: line + (await Bun.file(module.path).text()),
          loader: module.path.endsWith("x") ? "tsx" : "ts",
        }),
      );
    },
  };
}
