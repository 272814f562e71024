/** Draws the icons that want pixels from web/icons/icon.svg: `npm run icons`. */
import { join } from "node:path";
import { openBrowser } from "../test/harness/chromium.ts";

const FOLDER = join(import.meta.dir, "../web/icons");
const SIZES = [192, 512];

const svg = await Bun.file(join(FOLDER, "icon.svg")).text();
const browser = await openBrowser();
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: join(FOLDER, `icon-${size}.png`) });
}
await browser.close();
