import type { Page } from "playwright-core";

const AXE = Bun.resolveSync("axe-core/axe.min.js", import.meta.dir);

/** What axe finds wrong, asked through the debugger: the page's own policy lets no foreign script in. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await Bun.file(AXE).text());
  return await page.evaluate(async () => {
    const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } =
      Reflect.get(globalThis, "axe");
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
  });
}
