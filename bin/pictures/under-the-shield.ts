/** The room while newcomers are kept back: for one of them, for who was heard before, and for staff. */
import { IN_ARABIC, type Scene, type Stage } from "./stage.ts";

async function raise(stage: Stage): Promise<void> {
  const token = await stage.room.admin();
  await stage.room.call("PUT", "/api/mod/mode", { token, body: { shield_minutes: 10 } });
}

async function newcomer(stage: Stage, said: string, draft: string): Promise<void> {
  await raise(stage);
  await stage.open();
  await stage.page.locator(".standing:not(:empty)").waitFor();
  await stage.sends(said);
  await stage.page.locator(".send:disabled").waitFor();
  await stage.writes(draft);
}

async function heard(stage: Stage): Promise<void> {
  await stage.open();
  await raise(stage);
  await stage.page.locator(".note").last().waitFor();
}

async function staff(stage: Stage): Promise<void> {
  await stage.openAsAdmin("/");
  await raise(stage);
  await stage.page.locator(".tool.on").waitFor();
}

const RAID = [
  "FREE TONER at the door, ask for Steve",
  "ur printer is fine ur just SLOW",
  "everyone here smells of toner",
  "say PAPER if you can read this. PAPER PAPER",
  "nobody reads this room anyway",
  "toner toner toner, who wants toner",
];
const ARABIC_RAID = [
  "حبر مجاني عند الباب، اسألوا عن سامر",
  "طابعتك سليمة وأنت البطيء",
  "كلكم تفوح منكم رائحة الحبر",
  "قل ورق إن كنت تقرأ هذا، ورق ورق",
];

/** Newcomers flood the room, and the shield goes up. */
async function raided(stage: Stage, texts: readonly string[]): Promise<void> {
  await stage.clock.advance(4 * 60_000);
  for (const [n, text] of texts.entries()) {
    await stage.says(`raider ${n}`, text);
    await stage.clock.advance(1_000);
  }
}

async function hiddenInTheRoom(stage: Stage, texts: readonly string[]): Promise<void> {
  await raided(stage, texts);
  await stage.openAsAdmin("/");
  await raise(stage);
  await stage.page.locator(".tool.urgent").click();
  await stage.page.locator("dialog .said-text").first().waitFor();
}

async function hiddenAtTheDesk(stage: Stage, texts: readonly string[]): Promise<void> {
  await raided(stage, texts);
  await stage.openAsAdmin();
  await raise(stage);
  await stage.page.locator(".hidden .said-text").first().waitFor();
  if (stage.isPhone) await stage.page.locator("#shield").scrollIntoViewIfNeeded();
  await stage.page.locator(".hidden").scrollIntoViewIfNeeded();
}

async function hiddenFromIts(stage: Stage, said: string): Promise<void> {
  await stage.clock.advance(4 * 60_000);
  await stage.open();
  await stage.sends(said);
  await raise(stage);
  await stage.page.locator(".note").nth(1).waitFor();
}

const arabic = (name: string, play: Scene["play"]): Scene => ({
  name,
  caption: "The same in Arabic",
  ...IN_ARABIC,
  play,
});

export const UNDER_THE_SHIELD: readonly Scene[] = [
  {
    name: "shield-newcomer",
    caption: "Who comes under the shield is told so, and what they say waits its turn",
    play: (stage) => newcomer(stage, "Is this where one shouts at printers?", "Mine has eaten"),
  },
  arabic("shield-newcomer-arabic", (stage) =>
    newcomer(stage, "هل هنا يُصرخ في وجه الطابعات؟", "طابعتي أكلت"),
  ),
  {
    name: "shield-heard",
    caption: "Who was heard before reads one line, and speaks as ever",
    play: heard,
  },
  arabic("shield-heard-arabic", heard),
  {
    name: "shield-staff",
    caption: "For staff: until when, who raised it, and its end by one press",
    play: staff,
  },
  arabic("shield-staff-arabic", staff),
  {
    name: "hidden-staff",
    caption:
      "What newcomers said in the minute before: out of sight, until staff keep or remove it",
    play: (stage) => hiddenInTheRoom(stage, RAID),
  },
  arabic("hidden-staff-arabic", (stage) => hiddenInTheRoom(stage, ARABIC_RAID)),
  {
    name: "hidden-admin",
    caption: "The same on the admin's page",
    play: (stage) => hiddenAtTheDesk(stage, RAID),
  },
  arabic("hidden-admin-arabic", (stage) => hiddenAtTheDesk(stage, ARABIC_RAID)),
  {
    name: "hidden-author",
    caption: "Whoever said it is told that it waits",
    play: (stage) => hiddenFromIts(stage, "Hello, is this the room for printers?"),
  },
  arabic("hidden-author-arabic", (stage) => hiddenFromIts(stage, "مرحبًا، هل هذه غرفة الطابعات؟")),
];
