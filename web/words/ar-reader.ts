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
};
