/** The rules of the code's shape, each failure as `file:line: rule`. */
import { type Import, importsOf } from "./imports.ts";

/** Path from the root of the checkout to text. All rules are for src/, client/, web/ and raid/; circles are refused everywhere. */
export type Tree = ReadonlyMap<string, string>;

const MOST_LINES = 250;
const ALL = "all";

const SEEN_BY_PAGES = [
  "wire/values",
  "wire/frames",
  "wire/http",
  "wire/topics",
  "wire/accounts",
  "wire/figures",
  "wire/help",
  "wire/proof",
  "wire/reports",
  "wire/setup",
];

/** Frames and bodies, as schemas and as types. */
const WIRE = [...SEEN_BY_PAGES, "wire/limits", "wire/json", "wire/log-head"];

/** Who may import whom: the folders of src/, its single files and those of src/wire/, and client/, web/ and raid/ as one each. */
const MAY_IMPORT: Record<string, { values: string[] | typeof ALL; types?: string[] }> = {
  "wire/limits": { values: [] },
  "wire/json": { values: [] },
  "wire/values": { values: [] },
  "wire/message": { values: ["wire/values"] },
  "wire/proof": { values: [] },
  events: { values: ["events", "wire/limits", "wire/values", "wire/message"] },
  "wire/frames": {
    values: ["events", "wire/limits", "wire/proof", "wire/values"],
    types: ["wire/message"],
  },
  "wire/http": { values: ["wire/limits", "wire/values"] },
  "wire/figures": { values: ["wire/values"] },
  "wire/help": { values: [] },
  "wire/log-head": { values: ["wire/http", "wire/values"] },
  "wire/topics": { values: ["wire/limits", "wire/http"] },
  "wire/accounts": { values: ["wire/http", "wire/values"] },
  "wire/reports": { values: ["wire/http", "wire/values"] },
  "wire/setup": { values: ["wire/http", "wire/values"] },
  process: { values: ["process"], types: ["room"] },
  "allowed-origins": { values: ["room"] },
  "client-address": { values: ["room"] },
  "secure-transport": { values: [], types: ["client-address"] },
  room: {
    values: ["room", "events", "wire/limits", "wire/json"],
    types: ["wire/values", "wire/frames", "wire/http", "wire/proof"],
  },
  midnight: { values: ["midnight", "room", "process"], types: WIRE },
  accounts: { values: ["accounts", "room", "process", ...WIRE], types: ["store"] },
  store: {
    values: ["store", "room", "events", "process", ...WIRE],
    types: ["midnight", "wire/message"],
  },
  live: { values: ["live", "room", "events", "accounts", ...WIRE] },
  // The room's page is written in the reader's language: of the pages it takes their words alone.
  http: {
    values: ["http", "room", "accounts", "process", "web/words", ...WIRE],
    types: ["midnight"],
  },
  metrics: { values: ["metrics", "room", "process", "wire/frames"], types: ["midnight"] },
  jobs: { values: ["jobs", "room", "process", ...WIRE] },
  "database-url": { values: [] },
  "secret-file": { values: [] },
  "misspelt-variables": { values: ["variables"], types: ["secret-file"] },
  "outside-view": {
    values: ["accounts"],
    types: ["room", "client-address", "secure-transport"],
  },
  "public-address": { values: [], types: ["config"] },
  "host-address": { values: [] },
  "word-list-file": { values: ["room"] },
  "variable-forms": {
    values: ["client-address", "database-url", "wire/limits", "wire/values", "word-list-file"],
  },
  variables: { values: ["database-url", "room", "variable-forms", "wire/limits"] },
  "speaking-variables": { values: ["room", "variables"] },
  config: {
    values: [
      "database-url",
      "misspelt-variables",
      "secret-file",
      "speaking-variables",
      "variable-forms",
      "variables",
    ],
    types: ["room", "store"],
  },
  server: { values: ALL },
  "start-failure": { values: ["accounts", "config", "metrics", "store"] },
  cli: { values: ALL },
  main: { values: ALL },
  // Of the frames it takes the types alone: a page has no room for the schemas.
  client: { values: ["client", "wire/limits"], types: ["wire/frames", "wire/proof"] },
  web: { values: ["web", "web/words", "client", "wire/limits"], types: SEEN_BY_PAGES },
  "web/words": {
    values: ["web", "web/words", "wire/limits"],
    types: ["client", ...SEEN_BY_PAGES],
  },
  // It meets the program on the wire; of the code it takes the frames and the hour of midnight.
  raid: { values: ["raid", "torture", "bench", "test", "events", "room", "jobs", ...WIRE] },
};

interface LineRule {
  pattern: RegExp;
  within: string;
  except: readonly string[];
  rule: string;
}

/** A language is one file for who translates it, as long as its words are; it holds nothing else. */
const isLanguage = (file: string) => /^web\/words\/(?!en)[a-z]{2}\.ts$/.test(file);

const NO_WORDS =
  /^\s*(export (?!const )|let |var |(async )?function |class |(for|while|if|switch) \(|return )|^import (?!.* from "\.\/(english|numbers)\.ts";$)/;

const LINE_RULES: LineRule[] = [
  {
    pattern: /\b(process|Bun|import\.meta)\.env\b/,
    within: "",
    except: ["src/main.ts", "src/cli.ts"],
    rule: "the environment is read in src/main.ts and src/cli.ts alone",
  },
  {
    pattern: /\bDate\.now\b|\bnew Date\b(?!\()|\bnew Date\(\s*\)|\bTemporal\.Now\b(?!\.timeZoneId)/,
    within: "src/",
    except: ["src/process/clock.ts"],
    rule: "the time is read in src/process/clock.ts alone",
  },
];

export function violations(tree: Tree): string[] {
  const found: string[] = [];
  for (const [file, text] of tree) {
    if (!isRuled(file)) continue;
    const lines = text.split("\n");
    if (lines.length - 1 > MOST_LINES && !isLanguage(file)) {
      found.push(`${file}:${MOST_LINES + 1}: no file has over ${MOST_LINES} lines`);
    }
    for (const [index, line] of lines.entries()) {
      for (const { pattern, within, except, rule } of LINE_RULES) {
        if (!file.startsWith(within) || except.includes(file) || isComment(line)) continue;
        if (pattern.test(line)) found.push(`${file}:${index + 1}: ${rule}`);
      }
    }
    if (isLanguage(file)) {
      for (const [index, line] of lines.entries()) {
        if (NO_WORDS.test(line)) found.push(`${file}:${index + 1}: a language is words alone`);
      }
    }
    for (const imported of importsOf(file, text)) {
      const rule = brokenBy(file, imported, tree);
      if (rule !== undefined) found.push(`${file}:${imported.line}: ${rule}`);
    }
  }
  return found.concat(circles(tree));
}

function brokenBy(file: string, imported: Import, tree: Tree): string | undefined {
  const from = partOf(file);
  const allowed = MAY_IMPORT[from];
  if (allowed === undefined) return `no rule says what ${from} may import`;
  if (imported.file === undefined) {
    return from === "wire/limits" ? "limits imports nothing" : undefined;
  }
  // For the version.
  if (imported.file === "package.json" && allowed.values === ALL) return undefined;
  if ((isProduct(file) && !isProduct(imported.file)) || !tree.has(imported.file))
    return `it imports ${imported.file}, which is not in src, client or web`;
  const to = partOf(imported.file);
  if (to === "client" && file.startsWith("src/") && !file.startsWith("src/cli/chat")) {
    return "of src, the verb chat alone imports client";
  }
  if (allowed.values === ALL || allowed.values.includes(to)) return undefined;
  if (!allowed.types?.includes(to)) return `${from} may not import ${to}`;
  return imported.kind === "type" ? undefined : `${from} may import only types of ${to}`;
}

function isProduct(file: string): boolean {
  return /^(src|client|web)\//.test(file);
}

function isRuled(file: string): boolean {
  return isProduct(file) || file.startsWith("raid/");
}

function partOf(file: string): string {
  const [top = "", part = "", inPart = ""] = file.split("/");
  if (top === "web" && part === "words") return "web/words";
  if (top !== "src") return top;
  return (part === "wire" ? `wire/${inPart}` : part).replace(/\.tsx?$/, "");
}

/** Circles over values and types alike. */
function circles(tree: Tree): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, trail: string[]) => {
    if (done.has(file)) return;
    const here = [...trail, file];
    for (const imported of importsOf(file, tree.get(file) ?? "")) {
      if (imported.file === undefined) continue;
      const start = here.indexOf(imported.file);
      if (start === -1) follow(imported.file, here);
      else {
        const circle = [...here.slice(start), imported.file].join(" → ");
        found.push(`${file}:${imported.line}: imports go in a circle: ${circle}`);
      }
    }
    done.add(file);
  };
  for (const file of tree.keys()) follow(file, []);
  return found;
}

const isComment = (line: string) => /^\s*(\/\/|\/?\*)/.test(line);
