/** What the room does for who reads it: in their language, as much as they want, and how they leave. */
import type { Scene } from "./stage.ts";
import { MINE } from "./talk.ts";

const inLanguage = (
  name: string,
  caption: string,
  locale: string,
  words: { topic: string; rules: string; said: readonly string[]; mine: string },
): Scene => ({
  name,
  caption,
  env: { DAILY_TOPIC: words.topic, DAILY_RULES: words.rules },
  browser: { locale },
  quiet: true,
  async play(stage) {
    await stage.talk(words.said.map((text, at) => [`person ${at % 2}`, text, 40] as const));
    await stage.open();
    await stage.sends(words.mine);
  },
});

/** More than half of a small window, were all of it shown. */
const LONG = {
  DAILY_TOPIC:
    "Printers that know when you are late, scanners that know what you earn, and the one lift that stops at every floor but yours",
  DAILY_RULES:
    "Rage at things, not at people. No names, no links. Whoever has a printer that works keeps it to themselves until midnight.",
};

export const FOR_WHO_READS: readonly Scene[] = [
  {
    name: "folded",
    caption: "A long topic is folded, and half of the window is the room's own",
    env: LONG,
    play: (stage) => stage.open(),
  },
  {
    name: "large-letters",
    caption: "With letters at twice the size",
    async play(stage) {
      await stage.open();
      await stage.page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      await stage.page.getByRole("button", { name: "Help", exact: true }).first().waitFor();
    },
  },
  {
    name: "keys",
    caption: "Every key, behind “?”",
    async play(stage) {
      await stage.open();
      await stage.page.keyboard.press("?");
      await stage.page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "first-word",
    caption: "Staff and regulars see softly which words are somebody's first",
    async play(stage) {
      await stage.open("/", await stage.room.admin());
    },
  },
  {
    name: "quiet-view",
    caption: "The quiet view: of each two seconds the one message most felt",
    async play(stage) {
      await stage.open();
      await stage.press("Settings");
      const quiet = "Quiet: one in two seconds, the one most felt";
      await stage.page.getByRole("radio", { name: quiet }).check();
      await stage.page.keyboard.press("Escape");
      await stage.page.getByText("Quiet view: one message in two seconds.").waitFor();
    },
  },
  {
    name: "cool-offer",
    caption: "After a mute or a third refusal: a minute to cool, for who likes",
    async play(stage) {
      await stage.open();
      await stage.sends(MINE);
      const { messages } = await (await stage.room.call("GET", "/api/messages")).json();
      const body = { kind: "mute", message: messages.at(-1).id, minutes: 10 };
      await stage.room.call("POST", "/api/mod/sanctions", {
        token: await stage.room.admin(),
        body,
      });
      await stage.page.getByText("There is a minute to cool, if you like.").waitFor();
    },
  },
  {
    name: "mood",
    caption: "Just after midnight: how one leaves the day, of which three numbers are kept",
    async play(stage) {
      await stage.toMidnight(60);
      await stage.open();
      await stage.toMidnight(-1);
      await stage.page.getByText("How do you leave the day that ended?").waitFor();
    },
  },
  inLanguage("room-hindi", "In Hindi", "hi-IN", {
    topic: "वे प्रिंटर जो जानते हैं कि तुम्हें देर हो रही है",
    rules: "चीज़ों पर ग़ुस्सा करो, लोगों पर नहीं।",
    said: [
      "दो में से पहला पन्ना छापा, फिर नीली स्याही माँगी।",
      "मेरे में लिखा है: ट्रे 3 में काग़ज़ फँसा है। ट्रे 3 है ही नहीं।",
    ],
    mine: "अब भी सफ़ाई कर रहा है। नौकरी मिल गई।",
  }),
  inLanguage("room-japanese", "In Japanese", "ja-JP", {
    topic: "急いでいるときを知っているプリンター",
    rules: "怒りは人ではなく物に。名前とリンクはなし。",
    said: [
      "2枚のうち1枚だけ刷って、シアンを要求してきた。白黒の手紙なのに。",
      "「トレイ3で紙詰まり」だって。トレイ3なんてない。",
    ],
    mine: "まだクリーニング中。内定は出た。手紙は出ない。",
  }),
  inLanguage("room-hebrew", "In Hebrew, from the right", "he-IL", {
    topic: "מדפסות שיודעות שאיחרת",
    rules: "לכעוס על דברים ולא על אנשים. בלי שמות ובלי קישורים.",
    said: [
      "הדפיסה דף 1 מתוך 2, ואז ביקשה ציאן. למכתב בשחור־לבן.",
      "כתוב אצלי “paper jam in tray 3”. אין מגש 3 בכלל 🙃",
    ],
    mine: "היא עדיין מנקה. קיבלתי את העבודה.",
  }),
];
