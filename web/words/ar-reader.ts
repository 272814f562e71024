import type { ReaderWords } from "./en-reader.ts";
import { isolate } from "./numbers.ts";

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
};
