import type { Page } from "playwright-core";

const AXE = Bun.resolveSync("axe-core/axe.min.js", import.meta.dir);

type Question = { rules: Record<string, { enabled: boolean }> } | { runOnly: readonly string[] };

/** Text of 7:1 in the place of 4.5:1. */
const EVERYTHING: Question = {
  rules: { "color-contrast": { enabled: false }, "color-contrast-enhanced": { enabled: true } },
};
/** What a theme may break that changes colours alone. */
const COLOURS: Question = { runOnly: ["color-contrast-enhanced", "link-in-text-block"] };

/**
 * What axe finds wrong; asked through the debugger, because the page's own policy lets no foreign
 * script in.
 */
export async function violations(page: Page, question = EVERYTHING): Promise<string[]> {
  if (!(await page.evaluate(() => Reflect.has(globalThis, "axe")))) {
    await page.evaluate(await Bun.file(AXE).text());
  }
  return await page.evaluate(async (options) => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] };
    const axe: { run(options: object): Promise<Found> } = Reflect.get(globalThis, "axe");
    // Where all that is well stands is a third of the work.
    const found = await axe.run({ ...options, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
  }, question);
}

export const THEMES = {
  dark: { colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
  light: { colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
  "dark with more contrast": { colorScheme: "dark", contrast: "more", forcedColors: "none" },
  "light with more contrast": { colorScheme: "light", contrast: "more", forcedColors: "none" },
  "colours of the system's own": {
    colorScheme: "dark",
    contrast: "more",
    forcedColors: "active",
  },
} as const;

/** The same in each theme; what is wrong is named with the theme. */
export async function violationsInEveryTheme(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const [name, media] of Object.entries(THEMES)) {
    await page.emulateMedia(media);
    // The system's own colours also bring borders, and leave out what is ornament.
    const isMoreThanColours = name === "dark" || media.forcedColors === "active";
    const found = await violations(page, isMoreThanColours ? EVERYTHING : COLOURS);
    all.push(...found.map((violation) => `${name}: ${violation}`));
  }
  return all;
}
