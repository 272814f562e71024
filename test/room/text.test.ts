import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { z } from "zod";
import { Refusal } from "../../src/room/refusal.ts";
import { normalizeText } from "../../src/room/text.ts";
import { TEXT_GRAPHEMES, TEXT_LINES, TEXT_UNITS } from "../../src/wire/limits.ts";

const EMOJI = z
  .array(z.array(z.tuple([z.string()]).rest(z.string())))
  .parse(await Bun.file(new URL("../../web/emoji/en.json", import.meta.url)).json());
const FAMILY = "👩‍👩‍👧‍👦";
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;

/** The text as it would be stored, or the code of its refusal. */
function outcome(input: string): { text: string } | { code: string } {
  try {
    return { text: normalizeText(input) };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code };
    throw error;
  }
}

const pieces = fc.constantFrom(
  ..."ab \t\n\r\0\u0007\u0085\u00a0\u200b\u200d\u2028\u2029\ufeff\u0301\u0323\u20dd\ud83d\ude00\ufe0f",
  "é",
  FAMILY,
  "🇪🇺",
  "한",
  "ᄒ",
  "ᅡ",
  "\u0489",
  "\u093e",
  "م\u200c",
  "\u{e0041}",
  "\r\n",
);
const input = fc.oneof(
  fc.string({ unit: pieces, maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 700 }),
  fc.string({ unit: pieces, minLength: 400, maxLength: 900 }),
);

describe("the stored form of a message", () => {
  test("whatever comes in, what is stored is whole, visible, short and free of control characters", () => {
    fc.assert(
      fc.property(input, (raw) => {
        const result = outcome(raw);
        if ("code" in result) return;
        const { text } = result;
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.normalize("NFC"));
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/[^\P{Cc}\n]|\n{3}|[\p{Mn}\p{Me}]{5}|\p{Mc}{5}/u);
        expect(text).toMatch(/[^\p{Z}\p{C}\s]/u);
        expect(graphemes(text)).toBeLessThanOrEqual(TEXT_GRAPHEMES);
      }),
      { numRuns: 600 },
    );
  });

  test("the stored form of a stored form is itself", () => {
    fc.assert(
      fc.property(input, (raw) => {
        const result = outcome(raw);
        if ("text" in result) expect(normalizeText(result.text)).toBe(result.text);
      }),
      { numRuns: 600 },
    );
  });

  test("what any reader can type goes through as it is", () => {
    for (const text of [
      "a",
      "a\nb",
      "a\n\nb",
      "¿qué?",
      "नमस्ते",
      "שלום",
      FAMILY,
      "🇪🇺 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
      "<b>&amp;",
      "'\"\\",
    ]) {
      expect(normalizeText(text)).toBe(text);
    }
  });

  test.each([
    ["  a b \n", "a b"],
    ["a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"],
    ["a\tb", "a b"],
    ["a\n\n\n\n\nb", "a\n\nb"],
    ["e\u0301", "é"],
    [`Z${"\u0316".repeat(40)}`, `Z${"\u0316".repeat(4)}`],
    ["a\ud800b", "a\ufffdb"],
  ])("%j is stored as %j", (raw, stored) => {
    expect(normalizeText(raw)).toBe(stored);
  });

  test.each([
    ["", "empty"],
    [" \n\t\u00a0\u3000", "empty"],
    ["\u200b\u200d\ufeff\u2060", "empty"],
    ["a\0b", "control_character"],
    ["a\u001b[31mb", "control_character"],
    ["a\u0085b", "control_character"],
    ["a\u007fb", "control_character"],
  ])("%j is refused as %s", (raw, code) => {
    expect(outcome(raw)).toEqual({ code });
  });

  test("length is counted as a reader sees it: 500 of anything fit, 501 do not", () => {
    for (const one of ["a", "é", "🤬", "🇪🇺", "e\u0323\u0301", "👨‍👩‍👧‍👦"]) {
      expect(graphemes(normalizeText(one.repeat(TEXT_GRAPHEMES)))).toBe(TEXT_GRAPHEMES);
      expect(outcome(one.repeat(TEXT_GRAPHEMES + 1))).toEqual({ code: "too_long" });
    }
    expect(outcome(` ${"a".repeat(TEXT_GRAPHEMES)}\n`)).toHaveProperty("text");
  });

  test("few graphemes may not weigh more than the bound", () => {
    const toned = "👩🏽‍👩🏽‍👧🏽‍👦🏽";
    const heavy = toned.repeat(Math.floor(TEXT_UNITS / toned.length));
    expect(normalizeText(heavy)).toBe(heavy);
    expect(outcome(heavy + toned)).toEqual({ code: "too_long" });
  });
});

describe("the lines of a message", () => {
  test("are at most 20, empty ones among them, and as many as are left when empty ones are folded", () => {
    const lines = (count: number, end = "\n") => Array.from({ length: count }, () => "a").join(end);
    expect(normalizeText(lines(TEXT_LINES))).toBe(lines(TEXT_LINES));
    for (const end of ["\n", "\r\n", "\r", "\u2028"]) {
      expect(outcome(lines(TEXT_LINES + 1, end))).toEqual({ code: "too_many_lines" });
    }
    expect(outcome(lines(11, "\n\n"))).toEqual({ code: "too_many_lines" });
    expect(outcome(`a${"\n".repeat(200)}b`)).toEqual({ text: "a\n\nb" });
  });
});

describe("marks", () => {
  test.each([
    [`a${"\u0489\u0301\u0302\u0303\u0304".repeat(60)}`, "a\u0489\u0301\u0302\u0303"],
    [`b${"\u20dd".repeat(20)}`, `b${"\u20dd".repeat(4)}`],
    [`x${"\u200d\u0316".repeat(9)}`, `x${"\u0316".repeat(4)}`],
    [`م${"\u200c\u064e".repeat(9)}`, `م\u200c${"\u064e".repeat(4)}`],
    [`क${"\u093e".repeat(30)}`, `क${"\u093e".repeat(4)}`],
    [`a${"\u0489\u200f\u0301".repeat(60)}`, "a\u0489\u0301\u0489\u0301"],
    [`a${"\u20dd\u{1f3fb}\uff9e".repeat(60)}`, "a\u20dd\u{1f3fb}\uff9e\u20dd"],
    [`カ${"\uff9e".repeat(500)}`, `カ${"\uff9e".repeat(4)}`],
    [`👩${"\u{1f3fd}".repeat(100)}`, `👩${"\u{1f3fd}".repeat(5)}`],
  ])("of any kind are at most four on a letter: %j", (raw, stored) => {
    expect(normalizeText(raw)).toBe(stored.normalize("NFC"));
  });
});

describe("emoji", () => {
  const regional = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x1f1e6 + index));
  const tones = Array.from({ length: 5 }, (_, index) => String.fromCodePoint(0x1f3fb + index));
  const isRecommended = (text: string) => /^\p{RGI_Emoji}$/v.test(text);
  const plain = EMOJI.flat().map(([emoji]) => emoji);
  /** The tone goes after each person; one who is shown with the selector loses it. */
  const toned = plain.flatMap((emoji) =>
    tones.map((tone) => emoji.replace(/(\p{Emoji_Modifier_Base})\ufe0f?/gu, `$1${tone}`)),
  );
  const flags = regional.flatMap((one) => regional.map((other) => one + other));
  const keycaps = [..."0123456789#*"].map((key) => `${key}\ufe0f\u20e3`);
  const all = [...new Set([...plain, ...toned, ...flags, ...keycaps])].filter(isRecommended);

  test("of Unicode's list stay as they are: families, flags, tones and keycaps", () => {
    expect(all.length).toBeGreaterThan(3_000);
    for (const emoji of all) {
      expect(normalizeText(emoji)).toBe(emoji);
      expect(normalizeText(`so ${emoji}${emoji}!`)).toBe(`so ${emoji}${emoji}!`);
    }
  });

  test("in any row and between any words stay as they are", () => {
    const unit = fc.constantFrom(...all, "a", " so ", "é", "ж", "\nم");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (text) => {
        expect(outcome(`x${text}x`)).toEqual({ text: `x${text}x` });
      }),
      { numRuns: 1_000 },
    );
  });

  test("are drawn as one up to a family of five", () => {
    const women = (count: number) => Array(count).fill("👩").join("\u200d");
    expect(normalizeText(women(5))).toBe(women(5));
    expect(normalizeText(women(300))).toBe(women(5).repeat(60));
  });
});

describe("what no writing and no emoji needs to be seen", () => {
  const hidden = (text: string) =>
    [...text].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");

  test.each([
    [`rage${hidden("ignore all rules")}`, "rage"],
    [`🏴${hidden("attack at dawn")}\u{e007f}!`, "🏴!"],
    [`🏴${hidden("gbeng")} without its end`, "🏴 without its end"],
    ["a\u{e0100}\u{e0101}b\ufe0f\ufe00c", "abc"],
    [`😀${"\ufe0f\ufe0e".repeat(20)}`, "😀\ufe0f"],
    ["z\u200d\u200ce\u200br\u2060o\u00ad\ufeff", "zero"],
    ["1\u200d2\ufe0f3", "123"],
    ["\u115fa\u3164b\uffa0c\u034f\u180e", "abc"],
    [`م${"\u200c\u200d".repeat(20)}ن`, "م\u200cن"],
    [`a${"\u200e\u200f".repeat(20)}b`, "a\u200e\u200fb"],
  ])("is taken out: %j", (raw, stored) => {
    expect(normalizeText(raw)).toBe(stored);
  });

  test.each([
    ["England, Scotland, Wales", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿"],
    ["families, trades and skins", "👨‍👩‍👧‍👦 👩🏽‍⚕️ 👩🏻‍❤️‍💋‍👩🏿 🧑🏿‍🤝‍🧑🏻 ❤️‍🔥 🏳️‍🌈 🏴‍☠️ 🐻‍❄️ 😶‍🌫️"],
    ["keycaps and forms", "1️⃣ #️⃣ *️⃣ ☎︎ ☎️ ©️ ↔️ 🇪🇺"],
    ["Hindi", "मुझे आज बहुत गुस्सा आ रहा है, क्योंकि प्रिंटर फिर से ख़राब है। क्‍ष श्र्‍य"],
    ["Bengali", "আজ আমার খুব রাগ হচ্ছে, র‍্যাব ও কর্তৃপক্ষ!"],
    ["Tamil", "இன்று எனக்கு மிகவும் கோபமாக இருக்கிறது, ஸ்ரீ"],
    ["Malayalam", "എനിക്ക് ഇന്ന് വല്ലാത്ത ദേഷ്യമാണ്, അവന്‍"],
    ["Kannada", "ಇಂದು ನನಗೆ ತುಂಬಾ ಕೋಪ ಬಂದಿದೆ, ರ‍್ಯಾಂಕ್"],
    ["Sinhala", "අද මට හරිම කේන්තියි, ශ්‍රී ලංකාව"],
    ["Thai", "วันนี้ฉันโกรธมากที่เครื่องพิมพ์พังอีกแล้ว ปู่ ที่นั้น"],
    ["Khmer", "ថ្ងៃនេះ\u200bខ្ញុំ\u200bខឹង\u200bណាស់ ស្ត្រី"],
    ["Burmese", "ဒီနေ့ ကျွန်တော် အရမ်းစိတ်ဆိုးတယ်၊ မျှော့ မြွှေ့"],
    ["Tibetan", "དེ་རིང་ང་ཁོང་ཁྲོ་ཟ་བཞིན་ཡོད། བསྒྲུབས་ ཧྲཱིཿ"],
    ["Hebrew, pointed", "הַיּוֹם אֲנִי כּוֹעֵס מְאֹד שָׁלוֹם בְּרֵאשִׁ֖ית"],
    ["Arabic, vowelled", "أَنَا غَاضِبٌ جِدًّا اليَوْمَ مُحَمَّدٌ ﷺ"],
    ["Persian", "امروز خیلی عصبانی‌ام و نمی‌خواهم حرف بزنم، خانه‌ها"],
    ["Hebrew and English", "\u200fאני כועס על \u2066printer\u2069\u200f!"],
    ["Vietnamese", "Hôm nay tôi rất tức giận vì máy in lại hỏng, Nguyễn Ngọc"],
    ["Korean", "오늘은 정말 화가 나요, 프린터가 또 고장났어요"],
    ["Japanese", "今日は本当に腹が立つ。プリンターがまた壊れた、葛\u{e0100}城市 ㊙️"],
    ["Mongolian", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ᠌"],
    ["Yoruba, Lithuanian, Navajo", "ẹ̀kọ́ jẹ́ ká lọ̀, Jį̇̃ vė̃lei, ą́ą́"],
  ])("stays where it is needed: %s", (_, text) => {
    expect(normalizeText(text)).toBe(text.normalize("NFC"));
  });
});
