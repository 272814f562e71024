/** The room for who keeps it in order, and for who is muted, banned or slowed down in it. */
import { IN_ARABIC, type Scene, type Stage } from "./stage.ts";
import { LATER, MINE } from "./talk.ts";

const TROLL = "Nobody wants to hear about YOUR printer. Buy a new one. BUY A NEW ONE";
const REASON = "Shouting at people";
const ARABIC_TROLL = "لا أحد يريد أن يسمع عن طابعتك. اشترِ غيرها.";
const ARABIC_REASON = "صراخ في وجه الناس";
/** An admin has the menu of what somebody said open. */
async function opensMenu(stage: Stage, said: string): Promise<void> {
  await stage.says("troll", said);
  await stage.clock.advance(9_000);
  await stage.openAsAdmin("/");
  await stage.page.locator(".desk").waitFor();
  await stage.page.locator(".said .msg", { hasText: said }).click();
  await stage.page.getByRole("menu").waitFor();
}

/** What the page's own reader said last is answered so. */
async function sanctions(stage: Stage, body: object): Promise<void> {
  const token = await stage.room.admin();
  const said = await (await stage.room.call("GET", "/api/admin/messages", { token })).json();
  await stage.room.call("POST", "/api/mod/sanctions", {
    token,
    body: { message: said[0].id, ...body },
  });
}

async function isMuted(stage: Stage, said: string, reason: string, draft: string) {
  await stage.open();
  await stage.sends(said);
  await sanctions(stage, { kind: "mute", minutes: 60, reason });
  await stage.page.locator(".standing.bad").waitFor();
  await stage.writes(draft);
}

async function isBanned(stage: Stage, said: string, reason: string) {
  await stage.open();
  await stage.sends(said);
  await sanctions(stage, { kind: "ban", minutes: 60, reason });
  const told = stage.page.locator(".banner.ended", { hasText: reason });
  await told.waitFor();
  await stage.page.reload();
  await told.waitFor();
}

export const BY_STAFF: readonly Scene[] = [
  {
    name: "staff-menu",
    caption: "For staff: a press on a message, and a second that does it",
    play: (stage) => opensMenu(stage, TROLL),
  },
  {
    name: "staff-menu-arabic",
    caption: "The same in Arabic",
    ...IN_ARABIC,
    play: (stage) => opensMenu(stage, ARABIC_TROLL),
  },
  {
    name: "staff-done",
    caption: "Done at once, and undone by one press",
    async play(stage) {
      await opensMenu(stage, TROLL);
      await stage.page.getByRole("menuitem", { name: "Ban" }).click();
      await stage.page.locator(".undo").waitFor();
    },
  },
  {
    name: "staff-held",
    caption: "Held still while one reads: what comes waits, and is counted",
    async play(stage) {
      await stage.openAsAdmin("/");
      await stage.press("Hold");
      await stage.talk(LATER);
      await stage.page.getByText("Held: 5", { exact: true }).waitFor();
    },
  },
  {
    name: "staff-slow",
    caption: "Slow mode, two presses away",
    async play(stage) {
      await stage.openAsAdmin("/");
      await stage.press("Slow: off");
      await stage.page.getByRole("menu").waitFor();
    },
  },
  {
    name: "slowed",
    caption: "In slow mode a message waits, says its second, and goes by itself",
    async play(stage) {
      const token = await stage.room.admin();
      await stage.open();
      await stage.room.call("PUT", "/api/mod/mode", { token, body: { slow_seconds: 30 } });
      await stage.page.locator(".note", { hasText: "Slow mode" }).waitFor();
      await stage.sends(MINE);
      await stage.page.locator(".group:not(:has(.own)) .msg", { hasText: MINE }).waitFor();
      await stage.writes("And now it wants magenta.");
      await stage.page.locator(".send:enabled").click();
      await stage.page.getByText("Goes by itself").waitFor();
    },
  },
  {
    name: "muted",
    caption: "Who is muted reads why and until when, and goes on writing",
    play: (stage) => isMuted(stage, TROLL, REASON, "All right. What I meant was"),
  },
  {
    name: "muted-arabic",
    caption: "The same in Arabic",
    ...IN_ARABIC,
    play: (stage) => isMuted(stage, ARABIC_TROLL, ARABIC_REASON, "حسنًا. ما قصدته هو"),
  },
  {
    name: "banned",
    caption: "Who is banned reads why and until when, after a reload too",
    play: (stage) => isBanned(stage, TROLL, REASON),
  },
  {
    name: "banned-arabic",
    caption: "The same in Arabic",
    ...IN_ARABIC,
    play: (stage) => isBanned(stage, ARABIC_TROLL, ARABIC_REASON),
  },
];
