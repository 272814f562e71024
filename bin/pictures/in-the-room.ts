/** The room as it is read and written in. */
import type { Scene, Stage } from "./stage.ts";
import { CYAN, LATER, MINE, TRAY } from "./talk.ts";

const said = async (stage: Stage) => {
  await stage.open();
  await stage.sends(MINE);
};

const ARABIC = [
  ["a", "طبعت الصفحة الأولى من اثنتين، ثم طلبت حبرًا أزرق. لرسالة بالأبيض والأسود.", 40],
  ["b", "مكتوب عندي “paper jam in tray 3”. لا يوجد درج ثالث أصلًا 🙃", 35],
  ["c", "WHY. IS. CYAN.", 20],
] as const;

export const IN_THE_ROOM: readonly Scene[] = [
  {
    name: "room",
    caption: "The room: topic, rules, how long it lasts, and who says what",
    play: said,
  },
  {
    name: "room-light",
    caption: "The same for a system that is light",
    browser: { colorScheme: "light" },
    play: said,
  },
  {
    name: "room-contrast",
    caption: "For a system that asks for more contrast",
    browser: { contrast: "more" },
    play: said,
  },
  {
    name: "room-forced-colors",
    caption: "For a system that brings colours of its own",
    browser: { forcedColors: "active" },
    play: said,
  },
  {
    name: "room-arabic",
    caption: "In Arabic, with texts of both directions",
    env: {
      DAILY_TOPIC: "طابعات تعرف أنك متأخر",
      DAILY_RULES: "اغضب من الأشياء لا من الناس. لا أسماء ولا روابط.",
    },
    browser: { locale: "ar-EG" },
    quiet: true,
    async play(stage) {
      await stage.talk(ARABIC);
      await stage.open();
      await stage.sends("ما زالت تنظّف رؤوسها. حصلت على الوظيفة.");
    },
  },
  {
    name: "empty",
    caption: "Before anybody has said anything",
    quiet: true,
    play: (stage) => stage.open(),
  },
  {
    name: "felt",
    caption: "“I hear you”: counted, and without words",
    quiet: true,
    async play(stage) {
      await stage.feels(await stage.says("a", CYAN), 12);
      await stage.says("a", "WHY. IS. CYAN.");
      await stage.clock.advance(40_000);
      await stage.feels(await stage.says("b", TRAY), 4);
      await stage.open();
      const cyan = stage.page.locator(".said", { hasText: CYAN });
      await cyan.hover();
      await cyan.getByRole("button").click();
      await cyan.locator("[aria-pressed=true]").waitFor();
    },
  },
  {
    name: "reply",
    caption: "A reply: one line of what it answers, above it and while it is written",
    async play(stage) {
      await stage.open();
      const answers = async (said: string, text: string) => {
        await stage.page.locator(".msg", { hasText: said }).last().click();
        await stage.page.getByRole("menuitem", { name: "Reply", exact: true }).click();
        await stage.writes(text);
      };
      await answers("Deadline in ten", "Mine is proud of being offline.");
      await stage.page.locator(".send:enabled").click();
      await stage.page.locator(".mine .quote").waitFor();
      await answers("Deadline in ten", "Did it ask you to");
    },
  },
  {
    name: "removed",
    caption: "What a moderator removed leaves its place, and nothing else",
    async play(stage) {
      const token = await stage.room.admin();
      const id = await stage.says("b", "And the person in room 4 who");
      await stage.clock.advance(20_000);
      await stage.says("c", "It is done. It printed the letter upside down.");
      await stage.open();
      await stage.room.call("DELETE", `/api/admin/message/${id}`, { token });
      await stage.page.locator(".tomb").waitFor();
    },
  },
  {
    name: "unread",
    caption: "For who scrolled up: how much is new, and where it begins",
    async play(stage) {
      await stage.open();
      await stage.page.locator("main").evaluate((pane) => pane.scrollBy(0, -260));
      await stage.page.locator(".pill").waitFor();
      await stage.talk(LATER);
      await stage.page.getByText("5 new", { exact: true }).waitFor();
      await stage.page.locator(".gap").evaluate((line) => line.scrollIntoView({ block: "center" }));
    },
  },
  {
    name: "reconnecting",
    caption: "Without a connection: typing goes on, and what was sent waits",
    async play(stage) {
      await stage.open();
      await stage.page.context().setOffline(true);
      await stage.sends(MINE);
      await stage.writes("If it does not print before the lift comes I will");
      await stage.page.getByText("Next try in").waitFor();
    },
  },
  {
    name: "refused",
    caption: "A message that was refused stays, and says why",
    async play(stage) {
      await stage.open();
      await stage.sends("It says PC LOAD \u0007 and then it beeps");
      await stage.page.locator(".state.bad").waitFor();
    },
  },
  {
    name: "cooldown",
    caption: "Too much in one minute: sending waits, writing does not",
    env: { MESSAGES_PER_MINUTE: "3" },
    async play(stage) {
      await stage.open();
      for (const text of ["WHY", "IS", "IT", "BEEPING"]) await stage.sends(text);
      await stage.page.locator(".state.bad").waitFor();
      await stage.writes("It is not even switched on");
    },
  },
  {
    name: "emoji",
    caption: "Emoji, the angry ones first",
    async play(stage) {
      await stage.open();
      await stage.writes("It is cleaning its heads again ");
      await stage.press("Emoji");
      await stage.page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "burning",
    caption: "Burn it: written, pressed, gone; it never left the page",
    browser: { reducedMotion: "no-preference" },
    async play(stage) {
      await stage.open();
      await stage.writes("To whoever set the default to double-sided, colour, A5:");
      await stage.press("Burn it: it goes nowhere");
      await stage.page.locator(".flames").waitFor();
      await hold(stage, 420);
    },
  },
];

/** Every animation of the page stands still at that moment. */
export function hold(stage: Stage, ms: number): Promise<void> {
  return stage.page.evaluate((at) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = at;
    }
  }, ms);
}
