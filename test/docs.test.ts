import { expect, test } from "bun:test";
import { join } from "node:path";

const ROOT = join(import.meta.dir, "..");
/** What they promise they prove by naming a test. */
const PAGES = ["coverage-of-the-design.md", "the-page.md", "forgetting.md"];

test.each(PAGES)("every test that docs/%s names exists", async (page) => {
  const prose = await Bun.file(join(ROOT, "docs", page)).text();
  const cited = [...prose.matchAll(/`(test\/[^`]+\.ts)`(?:: "([^"]+)")?/g)];
  expect(cited.length).toBeGreaterThan(4);
  const missing: string[] = [];
  for (const [, file = "", name = ""] of cited) {
    const source = Bun.file(join(ROOT, file));
    const text = (await source.exists()) ? await source.text() : null;
    if (text === null || !text.includes(name)) missing.push(`${file}: ${name}`);
  }
  expect(missing).toEqual([]);
});

test("every file that a page of the docs links to exists", async () => {
  const broken: string[] = [];
  for await (const page of new Bun.Glob("{*.md,docs/**/*.md,bench/*.md}").scan(ROOT)) {
    const text = await Bun.file(join(ROOT, page)).text();
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      const path = join(ROOT, page, "..", target);
      const isThere = target.endsWith("/")
        ? [...new Bun.Glob("*").scanSync(path)].length > 0
        : await Bun.file(path).exists();
      if (!isThere) broken.push(`${page}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});
