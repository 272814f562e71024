import { expect, test } from "bun:test";
import { join } from "node:path";

const css = await Bun.file(join(import.meta.dir, "../web/tokens.css")).text();

const GROUNDS = ["--ground", "--floor", "--raised"];
/** Every other colour is one of text, new ones too. */
const NOT_TEXT = [...GROUNDS, "--line", "--edge", "--green-deep", "--on-green"];
const TEXT = ["--text", "--soft", "--faint", "--green", "--amber", "--red"];
const NAMES = Array.from({ length: 8 }, (_, index) => `--n${index}`);

type Palette = ReadonlyMap<string, string>;

const dark = colours(rootOf(""), "dark");
const light = colours(rootOf(""), "light");
const more = colours(rootOf("prefers-contrast: more"), "dark");
const THEMES: [string, Palette][] = [
  ["dark", dark],
  ["light", light],
  ["dark, more contrast", new Map([...dark, ...more])],
  ["light, more contrast", new Map([...light, ...more])],
];

test.each(THEMES)("%s: every text colour holds 7:1 on every ground", (_name, palette) => {
  expect([...palette.keys()]).toEqual(expect.arrayContaining([...NOT_TEXT, ...TEXT, ...NAMES]));
  const texts = [...palette.keys()].filter((name) => !NOT_TEXT.includes(name));
  const pairs = texts.flatMap((text) => GROUNDS.map((ground) => ({ text, ground })));
  expect(weak(palette, pairs)).toEqual([]);
});

test.each(THEMES)("%s: what stands on green holds 7:1", (_name, palette) => {
  expect(weak(palette, [{ text: "--on-green", ground: "--green" }])).toEqual([]);
});

test.each(THEMES)(
  "%s: what has to be seen to be found holds 3:1 on every ground",
  (_name, palette) => {
    const pairs = GROUNDS.map((ground) => ({ text: "--edge", ground }));
    expect(weak(palette, pairs, 3)).toEqual([]);
  },
);

test("contrast is measured as WCAG 2 does", () => {
  expect(contrast("#000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#ff0000", "#ff0000")).toBe(1);
});

function weak(palette: Palette, pairs: { text: string; ground: string }[], least = 7) {
  return pairs
    .map((pair) => ({
      ...pair,
      ratio: contrast(resolve(palette, pair.text), resolve(palette, pair.ground)),
    }))
    .filter(({ ratio }) => ratio < least);
}

/** The declarations of `:root`, outside any condition or under one. */
function rootOf(condition: string): string {
  const opening = condition === "" ? "^" : `@media \\(${condition}\\)\\s*\\{\\s*`;
  const found = css.match(new RegExp(`${opening}:root\\s*\\{([^}]*)\\}`, "m"));
  if (!found?.[1]) throw new Error(`tokens.css has no :root ${condition}`);
  return found[1];
}

/** Of `light-dark(one, other)` the one that the theme has. */
function colours(declarations: string, theme: "light" | "dark"): Palette {
  const pair = /light-dark\(([^,]+), ([^)]+)\)/g;
  const ofTheme = declarations.replaceAll(pair, theme === "light" ? "$1" : "$2");
  const found = ofTheme.matchAll(/(--[\w-]+):\s*(#[\da-f]+|var\(--[\w-]+\))/gi);
  return new Map(Array.from(found, ([, name = "", value = ""]) => [name, value]));
}

function resolve(palette: Palette, name: string): string {
  const value = palette.get(name) ?? "";
  const other = value.match(/var\((.*)\)/)?.[1];
  return other === undefined ? value : resolve(palette, other);
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/gi, "$&$&") : hex;
  if (!/^#[\da-f]{6}$/i.test(digits)) throw new Error(`Not an opaque colour: ${hex}`);
  const channel = (at: number) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
