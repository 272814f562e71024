import type { ForgettingWords } from "./en-forgetting.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("ar-u-nu-latn");

export const words: ForgettingWords = {
  forget: {
    gone: (midnight) => `ما يُحذف عند ${midnight}`,
    messages: "كل رسالة: من قاعدة بيانات الغرفة ومن كل صفحة مفتوحة.",
    guests: "كل ضيف: لن يستطيع أحد هنا غدًا أن يعرف من كنت اليوم.",
    stays: "ما يبقى",
    accounts: "الحسابات، ومن هو محظور. لا ما قيل أبدًا.",
    drafts: "ما كتبته ولم ترسله يبقى في متصفحك أنت.",
    cannot: "ما لا نستطيع أن نعد به",
    screenshots: "لقطات الشاشة، والنسخ التي صنعها أحد في الغرفة.",
    snapshots: "النسخ التي يصنعها مضيف الخادم من نفسه، كنسخ القرص.",
    memory: "النسخ في ذاكرة الخادم إلى أن تُستعمل من جديد.",
  },

  receipt: {
    title: (day: string, zone: string) => `نهاية ${isolate(day)}، ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `أُتلفت ${count(messages, { zero: "# رسالة", one: "رسالة واحدة (#)", two: "رسالتان (#)", few: "# رسائل", many: "# رسالة", other: "# رسالة" })} من ${count(people, { zero: "# شخص", one: "شخص واحد (#)", two: "شخصين (#)", few: "# أشخاص", many: "# شخصًا", other: "# شخص" })}.`,
    clean: (ms: number) =>
      `ثم بحثنا عمّا بقي فلم نجد شيئًا. استغرق ذلك ${count(ms, { one: "# ملّي ثانية", other: "# ملّي ثانية" })}.`,
    unclean: "ثم بحثنا عمّا بقي، وكان شيء ما لا يزال موجودًا.",
    nothing: "لا شيء",
    methods: {
      key: "أُتلف مفتاح اليوم",
      overwritten: "كُتب فوق الصفوف وأُفرغ سجل الكتابة المسبقة",
      unlinked: "أُزيلت ملفات الجداول",
      deleted: "حُذفت الصفوف",
    },
    checks: {
      rows: "صفوف ذلك اليوم في قاعدة البيانات",
      key: "عيّنات لا يزال مفتاح لدينا يفتحها",
      files: "عيّنات في ملفات قاعدة البيانات",
      wal: "بقايا في سجل الكتابة المسبقة",
      replaced: "جداول لا تزال في ملفها القديم",
      unlinked: "بايتات في الملف القديم",
    },
  },
};
