import type { Page } from "playwright-core";

const AXE = Bun.resolveSync("axe-core/axe.min.js", import.meta.dir);

/**
 * What axe finds wrong, 7:1 for text included; asked through the debugger, because the page's own
 * policy lets no foreign script in.
 */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => Reflect.has(globalThis, "axe")))) {
    await page.evaluate(await Bun.file(AXE).text());
  }
  return await page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] };
    const axe: { run(options: object): Promise<Found> } = Reflect.get(globalThis, "axe");
    const found = await axe.run({ rules: { "color-contrast-enhanced": { enabled: true } } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
  });
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
    all.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
  }
  return all;
}
