/**
 * Writes what the emoji picker shows, from Unicode's own names:
 * `npm install --no-save unicode-emoji-json cldr-annotations-full && npx bun bin/emoji.ts`.
 */
import { join } from "node:path";
import { z } from "zod";
import { LANGUAGES } from "../web/words/languages.ts";

const PACKAGES = join(import.meta.dir, "../node_modules");
const FOLDER = join(import.meta.dir, "../web/emoji");
/** Of 2022: what is newer is an empty box on a phone of that age. */
const NEWEST = 15;
/** Flags are left out: there are as many as of anything else, and not every system draws them. */
const GROUPS = [
  "Smileys & Emotion",
  "People & Body",
  "Animals & Nature",
  "Food & Drink",
  "Travel & Places",
  "Activities",
  "Objects",
  "Symbols",
];
/** What people are here for; shown before everything else. */
const ANGRY =
  "😡 🤬 😤 😠 👿 💢 🗯️ 🔥 💥 💣 🌋 ⚡ 🌪️ 👎 👊 ✊ 🖕 🤯 🙄 😒 😑 😩 😫 😖 😣 🥵 😭 😱 💀 🤦 🤷 😾 🚮 🗑️".split(
    " ",
  );

const Groups = z.array(
  z.object({
    name: z.string(),
    emojis: z.array(z.object({ emoji: z.string(), emoji_version: z.coerce.number() })),
  }),
);
const Names = z.object({ default: z.array(z.string()), tts: z.tuple([z.string()]) });
const Annotations = z.object({
  annotations: z.object({ annotations: z.record(z.string(), Names.partial()) }),
});

const known = Groups.parse(await json("unicode-emoji-json/data-by-group.json"));
const rest = GROUPS.map((name) => {
  const { emojis } = known.find((group) => group.name === name) ?? { emojis: [] };
  const old = emojis.filter((one) => one.emoji_version <= NEWEST).map(({ emoji }) => emoji);
  return old.filter((emoji) => !ANGRY.includes(emoji));
});
for (const language of Object.keys(LANGUAGES)) {
  const path = `cldr-annotations-full/annotations/${language}/annotations.json`;
  const { annotations } = Annotations.parse(await json(path)).annotations;
  const groups = [ANGRY, ...rest].map((group) =>
    group.flatMap((emoji) => {
      const names = Names.safeParse(annotations[emoji.replaceAll("\ufe0f", "")]);
      if (!names.success) return [];
      const [name] = names.data.tts;
      return [[emoji, name, names.data.default.filter((word) => word !== name).join(" ")]];
    }),
  );
  await Bun.write(join(FOLDER, `${language}.json`), `${JSON.stringify(groups)}\n`);
}

async function json(path: string): Promise<unknown> {
  return await Bun.file(join(PACKAGES, path)).json();
}
