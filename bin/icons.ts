/** Draws what wants pixels from the drawings of web/icons: `npx bun bin/icons.ts`. */
import { join } from "node:path";
import { openBrowser } from "../test/harness/chromium.ts";

const FOLDER = join(import.meta.dir, "../web/icons");
const drawing = (name: string) => Bun.file(join(FOLDER, name)).text();
const icon = await drawing("icon.svg");
// Where a system cuts a shape out of an icon, a tenth at each edge may go.
const wider = icon.replace('viewBox="0 0 512 512"', 'viewBox="-64 -64 640 640"');

await using browser = await openBrowser();
await draw("icon-192.png", icon, 192, 192);
await draw("icon-512.png", icon, 512, 512);
await draw("icon-maskable-512.png", wider, 512, 512);
await draw("preview.png", await drawing("preview.svg"), 1200, 630);

async function draw(name: string, svg: string, width: number, height: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: join(FOLDER, name) });
}
