/** How the day ends, and what lies one press away. */
import { hold } from "./in-the-room.ts";
import type { Scene, Stage } from "./stage.ts";
import { EARLIER, MINE } from "./talk.ts";

const HELP = {
  HELP_TEXT: "Some days need more than a room. These people listen, at any hour, for nothing.",
  HELP_LINKS:
    "Find a helpline=https://findahelpline.com/,Samaritans=tel:116123,Write to us=mailto:help@example.com",
};

const toOneSecondAfter = async (stage: Stage, secondsLeft: number) => {
  await stage.toMidnight(secondsLeft + 1);
  await stage.open();
  await stage.sends(MINE);
  await stage.toMidnight(secondsLeft - 1);
};

/** Lets so many midnights pass, each with its receipt. */
export async function nights(stage: Stage, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    await stage.toMidnight(-1);
    await receipts(stage, n);
    if (n < count) await stage.talk(EARLIER.slice(n));
  }
}

async function receipts(stage: Stage, count: number): Promise<void> {
  for (;;) {
    const answer = await stage.room.call("GET", "/api/receipts");
    const { receipts } = await answer.json();
    if (receipts.length >= count) return;
    await stage.clock.advance(10_000);
  }
}

export const AT_MIDNIGHT: readonly Scene[] = [
  {
    name: "ten-minutes",
    caption: "Ten minutes before midnight",
    async play(stage) {
      await toOneSecondAfter(stage, 600);
      await stage.page.getByText("in 10 minutes").waitFor();
    },
  },
  {
    name: "dissolve",
    caption: "Midnight: what was said goes up in smoke",
    browser: { reducedMotion: "no-preference" },
    async play(stage) {
      await toOneSecondAfter(stage, 60);
      await stage.toMidnight(0);
      await stage.page.locator(".dissolving").waitFor();
      await stage.page.getByText("00:00:00").waitFor();
      await hold(stage, 900);
    },
  },
  {
    name: "after-midnight",
    caption: "Just after it: tomorrow's day, last night's receipt, and the draft kept",
    async play(stage) {
      await toOneSecondAfter(stage, 60);
      await stage.writes("And another thing about tray 3");
      await nights(stage, 1);
      await stage.keepTime();
      await stage.page.reload();
      await stage.page.getByText("destroyed, looked for, and not found").waitFor();
    },
  },
  {
    name: "help",
    caption: "Help, in the operator's words",
    env: HELP,
    async play(stage) {
      await stage.open();
      await stage.press("Help");
      await stage.page.getByRole("link", { name: "Samaritans" }).waitFor();
    },
  },
  {
    name: "cool",
    caption: "A minute to cool",
    browser: { reducedMotion: "no-preference" },
    async play(stage) {
      await stage.open();
      await stage.press("A minute to cool");
      await stage.page.locator(".breath").waitFor();
      await hold(stage, 3_200);
    },
  },
  {
    name: "how-we-forget",
    caption: "How we forget, with the receipt of last night",
    async play(stage) {
      await nights(stage, 1);
      await stage.talk(EARLIER);
      await stage.open();
      await stage.press("How we forget");
      await stage.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "settings",
    caption: "Settings: light by choice, with larger letters and closer lines",
    async play(stage) {
      await stage.open();
      await stage.press("Settings");
      for (const name of ["Light", "Large", "Close together"])
        await stage.page.getByRole("radio", { name, exact: true }).check();
    },
  },
  {
    name: "forget-me",
    caption: "Forget me now asks once",
    async play(stage) {
      await nights(stage, 1);
      await stage.talk(EARLIER);
      await stage.open();
      await stage.press("How we forget");
      await stage.press("Forget me now");
      const sure = stage.page.getByRole("button", { name: "Delete all of it?" });
      await sure.scrollIntoViewIfNeeded();
    },
  },
];
