/** The login page and the admin's. */
import { aDay } from "./a-day.ts";
import { nights } from "./at-midnight.ts";
import type { Scene, Stage } from "./stage.ts";
import { EARLIER, LATER } from "./talk.ts";

const PEOPLE = ["maya", "ben_7", "the-printer", "o-o", "lena_from_accounts", "tray3"];

async function settled(stage: Stage): Promise<void> {
  for (const name of PEOPLE) {
    await stage.room.member(name);
    await stage.clock.advance(3_600_000);
  }
  await stage.talk(LATER);
  await nights(stage, 2);
  await stage.clock.advance(16 * 3_600_000);
  await stage.talk([...EARLIER, ...LATER]);
}

async function afterADay(stage: Stage): Promise<void> {
  await nights(stage, 1);
  await aDay(stage);
  await stage.talk(LATER);
  await stage.openAsAdmin();
  await stage.page.locator(".u-wrap").nth(2).waitFor();
  // On a phone the log comes first.
  if (stage.isPhone) await stage.page.locator(".plots").scrollIntoViewIfNeeded();
}

export const AT_THE_DESK: readonly Scene[] = [
  {
    name: "login",
    caption: "Signing in",
    quiet: true,
    play: (stage) => stage.open("/login"),
  },
  {
    name: "login-light",
    caption: "The same for a system that is light",
    quiet: true,
    browser: { colorScheme: "light" },
    play: (stage) => stage.open("/login"),
  },
  {
    name: "register-errors",
    caption: "What is wrong is said beside its field",
    quiet: true,
    async play(stage) {
      await stage.open("/login");
      await stage.page.getByRole("tab", { name: "Register" }).click();
      await stage.page.fill("#email", "maya");
      await stage.page.fill("#username", "maya from accounts");
      await stage.page.fill("#password", "tray3");
      await stage.press("Register");
      await stage.page.locator("#password-note.error").waitFor();
    },
  },
  {
    name: "caps-lock",
    caption: "A password shown, and typed with caps lock on",
    quiet: true,
    async play(stage) {
      await stage.open("/login");
      await stage.page.fill("#email", "maya@example.com");
      await stage.page.fill("#password", "TRAY 3 IS REAL");
      await stage.press("Show password");
      await capsLock(stage, "#password");
    },
  },
  {
    name: "admin",
    caption: "The admin's page",
    quiet: true,
    async play(stage) {
      await settled(stage);
      await stage.openAsAdmin();
      await stage.page.locator(".rows li").first().waitFor();
    },
  },
  {
    name: "admin-day",
    caption: "A whole day, minute by minute, with somebody who flooded the room",
    play: afterADay,
  },
  {
    name: "admin-day-arabic",
    caption: "The same in Arabic",
    browser: { locale: "ar" },
    play: afterADay,
  },
  {
    name: "admin-sender",
    caption: "What can be done about whoever said a message",
    quiet: true,
    async play(stage) {
      await settled(stage);
      await stage.openAsAdmin();
      await stage.page.locator(".rows .icon").first().click();
      await stage.page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "admin-light",
    caption: "The same for a system that is light",
    quiet: true,
    browser: { colorScheme: "light" },
    async play(stage) {
      await settled(stage);
      await stage.openAsAdmin();
      await stage.page.locator(".rows li").first().waitFor();
    },
  },
  {
    name: "admin-messages",
    caption: "The room, live, with a message deleted from every page",
    quiet: true,
    async play(stage) {
      await settled(stage);
      await stage.openAsAdmin();
      await stage.page.locator(".rows li").first().getByRole("button").first().click();
      await stage.page.locator(".outcome").getByText("gone").waitFor();
    },
  },
  {
    name: "admin-topics",
    caption: "The topics of the days to come",
    quiet: true,
    async play(stage) {
      await settled(stage);
      const token = await stage.room.admin();
      const put = (path: string, body: object) =>
        stage.room.call("PUT", `/api/admin/${path}`, { token, body });
      const { days } = await (await stage.room.call("GET", "/api/admin/topics", { token })).json();
      await put(`topics/${days[1].date}`, {
        topic: "Trains that leave a minute early",
        rules: "No photos of staff.",
      });
      const topics = ["Printers that know when you are late", "Meetings", "Queues"];
      await put("rotation", { topics: topics.map((topic) => ({ topic })) });
      await stage.openAsAdmin("/admin#topics");
      const list = stage.page.locator(".topic-rows li");
      await list.nth(16).waitFor();
      await stage.page.evaluate(() => {
        const panels = document.querySelectorAll(".topics .panel");
        if (innerWidth < 500) panels[1]?.scrollIntoView();
      });
    },
  },
  {
    name: "admin-people",
    caption: "The accounts",
    quiet: true,
    async play(stage) {
      await settled(stage);
      await stage.openAsAdmin("/admin#people");
      await stage.press("Ban tray3");
      await stage.page.locator("dialog[open]").getByRole("button", { name: "Ban" }).click();
      await stage.page.getByRole("button", { name: "Lift the ban on tray3" }).waitFor();
    },
  },
  {
    name: "admin-nights",
    caption: "What the last midnights destroyed",
    quiet: true,
    async play(stage) {
      await settled(stage);
      await stage.openAsAdmin();
      await stage.page.locator(".night").last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: "admin-confirm",
    caption: "What cannot be undone is asked about first",
    quiet: true,
    async play(stage) {
      await settled(stage);
      await stage.openAsAdmin();
      await stage.press("Clear all messages");
      await stage.page.locator("dialog[open]").waitFor();
    },
  },
];

/** The browser of the pictures has no such key: the event is what a keyboard's would be. */
async function capsLock(stage: Stage, input: string): Promise<void> {
  await stage.page.focus(input);
  await stage.page.dispatchEvent(input, "keydown", { key: "A", modifierCapsLock: true });
}
