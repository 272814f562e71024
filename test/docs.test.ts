/** The docs name nothing that is not there; test/docs/ runs and measures what they say. */
import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { faultsOf, RUN, resolved, TOO_MUCH } from "./docs/commands.ts";
import { blocks, inlineCode, type Page, ROOT, readPages, sections } from "./docs/prose.ts";
import { variables } from "./docs/variables.ts";

/** Of these a test runs or reads every block. */
const LANGUAGES = ["sh", "js", "json", "nginx", "caddyfile", "ini"];

const pages = await readPages();
const page = (path: string): Page => {
  const found = pages.find((one) => one.path === path);
  if (!found) throw new Error(`There is no ${path}.`);
  return found;
};

test("every test that the docs name exists", async () => {
  const missing: string[] = [];
  let count = 0;
  for (const { path, text } of pages) {
    for (const [, file = "", name = ""] of text.matchAll(/`(test\/[^`]+\.ts)`(?:: "([^"]+)")?/g)) {
      count++;
      const source = Bun.file(join(ROOT, file));
      const isThere = (await source.exists()) && (await source.text()).includes(name);
      if (!isThere) missing.push(`${path}: ${file}: ${name}`);
    }
  }
  expect(count).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

test("every link within the repository leads somewhere", () => {
  const broken: string[] = [];
  for (const { path, text } of pages) {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    for (const [, target = "", anchor] of links) {
      const file = target === "" ? path : join(path, "..", target);
      const isThere = existsSync(join(ROOT, file));
      const linked = pages.find((one) => one.path === file);
      if (!isThere || (anchor !== undefined && !anchors(linked).has(anchor))) {
        broken.push(`${path}: ${target}#${anchor ?? ""}`);
      }
    }
  }
  expect(pages.length).toBeGreaterThan(20);
  expect(broken).toEqual([]);
});

test("every page is reached from the README", () => {
  const linked = new Set<string>();
  const follow = (path: string) => {
    if (linked.has(path)) return;
    linked.add(path);
    const { text } = page(path);
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      const file = join(path, "..", target.endsWith("/") ? `${target}README.md` : target);
      if (pages.some((one) => one.path === file)) follow(file);
    }
  };
  follow("README.md");
  expect(pages.map(({ path }) => path).filter((path) => !linked.has(path))).toEqual([]);
});

/** A path from the root of the checkout; a file's name alone may stand for one beside its page. */
const PATH =
  /^(src|client|web|test|torture|raid|bench|bin|docs)\/\S*$|^[\w./-]+\.(ts|tsx|mjs|css|md|svg)$/;
const FOLDER = /^[\w-]+\/$/;

test("every file and folder that the docs name is there", () => {
  const isThere = (path: string) =>
    path.includes("*")
      ? [...new Bun.Glob(path).scanSync(ROOT)].length > 0
      : existsSync(join(ROOT, path));
  const missing = pages.flatMap((one) =>
    inlineCode(one)
      .filter(({ text }) => PATH.test(text) || (FOLDER.test(text) && one.path !== "README.md"))
      .filter(({ text }) => !isThere(text) && !isThere(join(one.path, "..", text)))
      .map(({ at, text }) => `${at}: ${text}`),
  );
  expect(missing).toEqual([]);
});

test("every block of code is of a language that a test reads", () => {
  const others = pages.flatMap(blocks).filter(({ language }) => !LANGUAGES.includes(language));
  expect(others.map(({ at, language }) => `${at}: ${language}`)).toEqual([]);
});

/** A number with a unit of something measured. */
const MEASURED =
  /\d[\d.,]*\s?(?:ms|µs|s|KiB|KB|MiB|MB|%)(?=[\s,.;:)|])|\d\s(?:frames|deliveries)\s/;
/** A day, or the run that is kept. */
const SOURCE = /\b\d{1,2} (?:November|December) 20\d\d\b|bench\/results\/full\.md/;
/** Sections whose figures are what the program, its protocol or a test sets, and nothing measured. */
const SET = [
  "bench/README.md: ## How to read it",
  "docs/decisions/09-turn-sweep-receipt.md: # The turn is short, the sweep is long, and a receipt ends both",
  "docs/decisions/14-one-process-one-file.md: # One process, one SQLite file",
  "docs/decisions/22-readiness-and-the-log.md: # 22. Readiness is learnt from what the room does",
  "docs/decisions/40-attention.md: # Readers are served as they look",
  "docs/decisions/43-an-epoch-of-the-log.md: # A log that lost something has another epoch",
  "docs/protocol.md: ## Closing codes",
  "docs/protocol.md: ## Attention",
  "docs/several-nodes.md: ## Run them",
  "docs/several-nodes.md: ## What is promised when what fails",
  "docs/the-page.md: ## How the room behaves",
  "docs/the-page.md: ## For every eye, hand and machine",
  "docs/the-page.md: ## What people can do",
];

test("whatever was measured says where or when, and nothing is excused that has no figure", () => {
  const without = pages.flatMap((page) =>
    sections(page)
      .filter(({ text }) => MEASURED.test(text) && !SOURCE.test(text))
      .map(({ text }) => `${page.path}: ${text.split("\n")[0]}`),
  );
  expect(without).toEqual(SET);
});

const commands = await resolved(pages);

test("every command in the docs is one that a test runs, or one that is known to be too much", async () => {
  const known = variables();
  const listed = new Set<string>([...RUN, ...Object.keys(TOO_MUCH)]);
  const faults: string[] = [];
  for (const { command, run } of commands) {
    const { at, text } = command;
    if (run === null || !listed.has(run.name)) faults.push(`${at}: nobody knows “${text}”`);
    else
      for (const fault of await faultsOf(command, run, known))
        faults.push(`${at}: ${text}: ${fault}`);
  }
  expect(commands.length).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test("every list of commands is of commands that the docs give", () => {
  const given = new Set(commands.map(({ run }) => run?.name));
  expect([...RUN, ...Object.keys(TOO_MUCH)].filter((name) => !given.has(name))).toEqual([]);
});

test("the reference has every variable that the program reads", () => {
  const known = variables();
  const { text } = page("docs/configuration.md");
  expect([...known].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

/** As GitHub makes them of headings. */
function anchors(linked: Page | undefined): Set<string> {
  const headings = [...(linked?.text ?? "").matchAll(/^#+ (.+)$/gm)];
  return new Set(
    headings.map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}
