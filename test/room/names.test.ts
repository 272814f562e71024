import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { lines } from "../../src/room/confusables.json";
import { keysOf, nameKey, normalizeName } from "../../src/room/names.ts";
import { Refusal } from "../../src/room/refusal.ts";
import { isReserved } from "../../src/room/reserved-names.ts";
import { NAME_CHARS } from "../../src/wire/limits.ts";

const letters = fc.string({
  unit: fc.constantFrom(..."abhilmnoOI01rRwvøðŉþжМмιßİıſﬁΩ한字-_ .'́️‍🙂"),
  maxLength: 12,
});
const anything = fc.oneof(letters, fc.string({ unit: "binary", maxLength: 20 }));

/** Of each line the first letter, and what it looks like. */
const confusables: Record<string, string> = Object.fromEntries(
  lines.split("\n").map((line) => {
    const [letter = "", ...seen] = line;
    return [letter, seen.join("")];
  }),
);

describe("the key of a name", () => {
  test.each([
    ["Anna", "anna"],
    ["Anna", "A n-n_a."],
    ["Anna", "Änná"],
    ["Anna", "Аnnа"],
    ["Anna", "An\u200bna\ufe0f"],
    ["Anna", "Ａｎｎａ"],
    ["Ivan", "lvan"],
    ["Ivan", "1van"],
    ["Ivan", "ɪvan"],
    ["3da", "ᴈda"],
    ["Bob", "B0b"],
    ["Bob", "Bøb"],
    ["Modern", "rnodern"],
    ["Mod", "ꓟod"],
    ["Моd", "Mod"],
    ["Moderator", "МОDЕRАТОR"],
    ["'n", "ŉ"],
    ["𝔞𝔫𝔫𝔞", "anna"],
  ])("%s and %s look alike", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ["Anna", "Hanna"],
    ["Bob", "Rob"],
    ["Angry Bear 1", "Angry Bear 2"],
    ["李明", "李红"],
    ["Ольга", "Олег"],
  ])("%s and %s do not", (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test("a key is its own key, and neither case nor spacing changes it", () => {
    fc.assert(
      fc.property(anything, (name) => {
        const key = nameKey(name);
        expect(nameKey(key)).toBe(key);
        expect(nameKey(` ${[...name].join(" ")}-`)).toBe(nameKey([...name].join(" ")));
      }),
      { numRuns: 1_000 },
    );
  });

  test("the case of letters makes no other name, in any alphabet that has cases", () => {
    const cased = fc.constantFrom(..."abimrzäøжмщяλωդ");
    fc.assert(
      fc.property(fc.string({ unit: cased, minLength: 1, maxLength: 8 }), (name) => {
        expect(nameKey(name.toUpperCase())).toBe(nameKey(name));
      }),
    );
  });

  test("whatever Unicode's table says of a letter, a name with it is known by what it looks like", () => {
    const latin = /^[A-Za-z0-9]+$/;
    const pairs = Object.entries(confusables).filter(([, seen]) => latin.test(seen));
    expect(pairs.length).toBeGreaterThan(1_500);
    for (const [letter, seen] of pairs) expect(keysOf(letter)).toContain(nameKey(seen));
  });

  test("the table is Unicode 17's, whole", () => {
    expect(Object.keys(confusables)).toHaveLength(6_565);
    // Two of long ago, and two that came or changed since Unicode 13.
    expect(confusables).toMatchObject({ о: "o", m: "rn", þ: "p", ŋ: "n\u0329" });
  });

  test.each([
    ["νera", "Vera"],
    ["ПΡΑVDA", "ПРАVDA"],
    ["|van", "Ivan"],
    ["þia", "Pia"],
    ["Ꭺnnа", "Anna"],
    ["օlga", "Olga"],
  ])("%s may be taken for %s", (name, seen) => {
    expect(keysOf(name)).toContain(nameKey(seen));
  });

  test.each([
    "system",
    "SYSTEM",
    "Ѕуѕtem",
    "adm|n",
    "sy-stem",
    "Adm1n",
    "аdmin",
    "Rage Room",
    "RageRoom",
    "m o d",
    "4dmin",
    "@dmin",
    "admins",
    "admin1",
    "ADMIN_2",
    "1admin1",
    "the admin",
    "TheAdmin",
    "Angry Admin",
    "BobTheAdmin",
    "sysadmin",
    "Moderators",
    "Modérateur",
    "Administradora",
    "модератор",
    "support",
    "Tech Support",
    "root",
    "R00t",
    "$taff",
    "5ystem",
    "Server",
    "RageRoom Team",
  ])("%s is kept for the room itself", (name) => {
    expect(isReserved(name)).toBe(true);
  });

  test.each([
    "Systematic",
    "modest",
    "Modesty",
    "Immodest",
    "Commodore",
    "Nomad",
    "badmin",
    "badminton",
    "Adminton",
    "Admiral",
    "Grant",
    "Rooster",
    "Root Beer",
    "Grassroots",
    "Roomba",
    "Robot",
    "Staffordshire",
    "Observer",
    "Operetta",
    "Ecosystem",
    "Supportive Sue",
    "The Server Ate My Lunch",
    "Chat Noir",
    "Real Madrid",
    "Rage Quit",
    "Angry Badger 7",
    "李明",
    "Ольга",
    "2024",
  ])("%s is not", (name) => {
    expect(isReserved(name)).toBe(false);
  });
});

describe("a name that somebody wrote", () => {
  test("whatever comes in, what is shown is whole, short, on one line and has a key", () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: "grapheme", maxLength: 90 })), (raw) => {
        try {
          const name = normalizeName(raw);
          expect(name.isWellFormed()).toBe(true);
          expect(name).not.toMatch(/\p{C}|[^\S ]| {2}|^ | $/u);
          expect([...name].length).toBeLessThanOrEqual(NAME_CHARS);
          expect(nameKey(name)).not.toBe("");
          expect(normalizeName(name)).toBe(name);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          expect(error).toMatchObject({ code: "invalid" });
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ["Latin and Cyrillic", "Аnnа, Nаtasha, Иван Ivan"],
    ["Latin and Greek", "Ωmega, Anna Ελλάδα"],
    ["Latin and Lisu or Cherokee", "ꓟod, Ꭺnna"],
    ["Greek and Cyrillic", "Ελλάδа"],
    ["Hangul and Kana", "한국ひらがな"],
    ["Arabic and Hebrew", "سلامשלום"],
    ["phonetic signs", "ᴀᴅᴍɪɴ, ꜱᴛᴀꜰꜰ"],
    ["dead scripts", "𐌰𐌽𐌽𐌰, ⲀⲚⲚⲀ"],
  ])("of %s is refused, for it deceives", (_, names) => {
    for (const name of names.split(", ")) {
      expect(() => normalizeName(name)).toThrow(expect.objectContaining({ code: "invalid" }));
    }
  });

  test.each([
    "O’Neill",
    "Łódź 7",
    "Nguyễn",
    "Ωμέγα",
    "Ольга-2",
    "Ґалаґан",
    "נועם",
    "زهرة",
    "अनीता",
    "தமிழ்",
    "สมชาย",
    "ნინო",
    "ሰላም",
    "한국인 Tom",
    "ひらカナ漢字Latin",
    "李明 Tom",
    "ㄅㄆ 李 Tom",
    "Ɛsi",
    "ŋa",
    "ᎠᏂᏴᏫᏯ",
    "Anna 🙂",
    "★ Bob ★",
  ])("%j is a name", (name) => {
    expect(normalizeName(name)).toBe(name.normalize("NFKC"));
  });

  test("has at most four marks on a letter", () => {
    expect(normalizeName(`b${"\u0316".repeat(40)}`)).toBe(`b${"\u0316".repeat(4)}`);
    expect(normalizeName(`b${"\u200d\u0316\u0331".repeat(9)}`)).toBe("b\u0316\u0331\u0316\u0331");
  });

  test.each(["", "  ", "\u200b", "---", "!?", "x".repeat(51), "\0"])("%j is refused", (raw) => {
    expect(() => normalizeName(raw)).toThrow(Refusal);
  });

  test.each([
    ["  Angry \u3000 Bear ", "Angry Bear"],
    ["\u202eevil", "evil"],
    ["a\u200d\u0301", "á"],
    ["Anna\u3164\u034f", "Anna"],
    ["x".repeat(50), "x".repeat(50)],
    ["字".repeat(50), "字".repeat(50)],
  ])("%j is shown as %j", (raw, shown) => {
    expect(normalizeName(raw)).toBe(shown);
  });
});
