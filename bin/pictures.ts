/** Takes the pictures of docs/pictures from real rooms: `npx bun bin/pictures.ts`, or `--only=room,login`. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBrowser } from "../test/harness/chromium.ts";
import { AT_MIDNIGHT } from "./pictures/at-midnight.ts";
import { AT_ONES_ACCOUNT } from "./pictures/at-ones-account.ts";
import { AT_THE_DESK } from "./pictures/at-the-desk.ts";
import { AT_THE_FIRST_RUN } from "./pictures/at-the-first-run.ts";
import { BY_STAFF } from "./pictures/by-staff.ts";
import { FOR_WHO_READS } from "./pictures/for-who-reads.ts";
import { IN_OTHER_PAGES } from "./pictures/in-other-pages.ts";
import { IN_THE_ROOM } from "./pictures/in-the-room.ts";
import { type Scene, Stage, type Width } from "./pictures/stage.ts";
import { UNDER_THE_SHIELD } from "./pictures/under-the-shield.ts";

const FOLDER = join(import.meta.dir, "../docs/pictures");
const WIDTHS: readonly Width[] = [360, 1280];
const PARTS = [
  ["In the room", IN_THE_ROOM],
  ["Kept in order: for staff, and for who is stopped", BY_STAFF],
  ["Under the shield", UNDER_THE_SHIELD],
  ["Around midnight, and one press away", AT_MIDNIGHT],
  ["For who reads: languages, a quiet view, and a way to leave", FOR_WHO_READS],
  ["The first run, and an invitation", AT_THE_FIRST_RUN],
  ["One's own account", AT_ONES_ACCOUNT],
  ["Signing in, and the admin's page", AT_THE_DESK],
  ["In streams and other pages", IN_OTHER_PAGES],
] as const;

const { values } = parseArgs({
  options: { only: { type: "string" }, into: { type: "string", default: FOLDER } },
});
const only = values.only?.split(",");

await using browser = await openBrowser();
const scenes = PARTS.flatMap(([, part]) => part);
for (const scene of scenes.filter(({ name }) => only?.includes(name) ?? true)) {
  for (const width of WIDTHS) await take(scene, width);
}
if (values.into === FOLDER) await Bun.write(join(FOLDER, "README.md"), album());

async function take(scene: Scene, width: Width): Promise<void> {
  await using stage = await Stage.open(browser, scene, width);
  await scene.play(stage);
  const picture = await stage.page.screenshot();
  const file = join(values.into, `${scene.name}-${width}.png`);
  // A page at rest has few colours: a palette holds them at a third of the bytes. What glows has more.
  const palette = scene.browser?.reducedMotion !== "no-preference";
  await Bun.write(file, await new Bun.Image(picture).png({ palette, compressionLevel: 9 }).bytes());
  console.log(file);
}

function album(): string {
  const parts = PARTS.map(([title, part]) => [`## ${title}`, ...part.map(shown)].join("\n\n"));
  const lead =
    "Each taken from a real room at 360 and at 1280 px by `npx bun bin/pictures.ts`, which needs `npm ci` and writes this page too.";
  return `${["# Pictures", lead, ...parts].join("\n\n")}\n`;
}

function shown({ name, caption }: Scene): string {
  return `### ${caption}\n\n| 360 px | 1280 px |\n|---|---|\n| ![${caption}](${name}-360.png) | ![${caption}](${name}-1280.png) |`;
}
