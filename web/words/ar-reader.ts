import type { ReaderWords } from "./en-reader.ts";
import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("ar-u-nu-latn");

export const words: ReaderWords = {
  menu: {
    reply: "ردّ",
    copy: "نسخ",
    copied: "نُسخت.",
    notCopied: "لا يسمح هذا المتصفّح بالنسخ هنا. حدِّد النصّ وانسخه بيدك.",
    report: "إبلاغ",
    ignore: "تجاهُل اليوم",
    ignored: (user: string) => `لن ترى ${isolate(user)} حتى منتصف الليل ما دام بهذا الاسم.`,
  },

  choices: {
    lead: "تُحفظ في هذا المتصفّح وحده. وما لا تغيّره يتبع نظامك.",
    rows: { theme: "الألوان", letters: "الحروف", lines: "الأسطر", sound: "الصوت" },
    without: { theme: "مثل النظام", letters: "عاديّة", lines: "متباعدة", sound: "صامت" },
    light: "فاتحة",
    dark: "داكنة",
    large: "كبيرة",
    largest: "كبيرة جدًّا",
    compact: "متقاربة",
    sound: "عند أوّل رسالة جديدة وأنا أنظر إلى شيء آخر",
  },

  breathing: {
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
  },

  emoji: {
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
};
