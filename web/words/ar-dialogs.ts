import type { Dialogs } from "./en-dialogs.ts";
import { numbers } from "./numbers.ts";

const { count } = numbers("ar-u-nu-latn");

export const dialogs: Dialogs = {
  picker: {
    title: "الرموز التعبيرية",
    search: "ابحث عن رمز",
    found: (n) =>
      n === 0
        ? "لا نتائج"
        : count(n, {
            one: "نتيجة واحدة",
            two: "نتيجتان",
            few: "# نتائج",
            many: "# نتيجة",
            other: "# نتيجة",
          }),
    groups: [
      "غضب",
      "وجوه ومشاعر",
      "أشخاص",
      "حيوانات وطبيعة",
      "طعام وشراب",
      "سفر وأماكن",
      "أنشطة",
      "أشياء",
      "علامات",
    ],
  },

  cool: {
    title: "دقيقة من الهدوء",
    lead: "ستة أنفاس بطيئة. لا تحل شيئًا؛ إنها دقيقة من السكون.",
    breatheIn: "شهيق",
    breatheOut: "زفير، ببطء",
    left: (n) =>
      count(n, {
        one: "بقيت ثانية واحدة",
        two: "بقيت ثانيتان",
        few: "بقيت # ثوانٍ",
        other: "بقيت # ثانية",
      }),
    done: "مرّت دقيقة. ابق ما شئت.",
    close: "العودة إلى الغرفة",
  },

  invite: { title: "دعوة" },

  settings: { title: "الإعدادات" },

  help: {
    title: "مساعدة",
    lead: "بعض الأيام تحتاج إلى أكثر من غرفة. هنا من يمكنك أن تتحدث إليه.",
  },

  forget: {
    title: "كيف ننسى",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { zero: "# رسالة", one: "رسالة واحدة (#)", two: "رسالتان (#)", few: "# رسائل", many: "# رسالة", other: "# رسالة" })} من اليوم الماضي: أُتلفت، وبحثنا عنها فلم نجد شيئًا.`,
  },
};
