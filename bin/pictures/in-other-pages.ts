/** The log alone: as a page, and over the picture of a stream. */
import type { Scene, Stage } from "./stage.ts";

/** What a streaming program shows below it. */
const STREAM = `<!doctype html><style>
  body { margin: 0; height: 100vh; background: linear-gradient(160deg, #23424f, #c98a4b 45%, #7b2d2d 70%, #14202b); }
  iframe { position: absolute; inset-block-end: 0; inset-inline-start: 0; inline-size: min(100%, 30rem); block-size: 65vh; border: 0; color-scheme: light; }
</style>`;

const overAStream = async (stage: Stage) => {
  await stage.keepTime();
  const address = `${stage.room.url}/stream`;
  const frame = `<iframe src="/embed?transparent=1" title="Rage Room"></iframe>`;
  await stage.page.route(address, (route) =>
    route.fulfill({ contentType: "text/html", body: STREAM + frame }),
  );
  await stage.page.goto(address);
  await stage.page.frameLocator("iframe").locator(".msg").first().waitFor();
};

export const IN_OTHER_PAGES: readonly Scene[] = [
  {
    name: "embed",
    caption: "The log alone, to be read",
    env: { ALLOWED_ORIGINS: "*" },
    async play(stage) {
      await stage.open("/embed");
      await stage.page.locator(".msg").first().waitFor();
    },
  },
  {
    name: "embed-transparent",
    caption: "Over the picture of a stream",
    env: { ALLOWED_ORIGINS: "*" },
    play: overAStream,
  },
];
