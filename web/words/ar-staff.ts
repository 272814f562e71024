import type { StaffWords } from "./en-staff.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("ar-u-nu-latn");
const messages = (n: number) =>
  count(n, {
    one: "رسالة واحدة",
    two: "رسالتان",
    few: "# رسائل",
    many: "# رسالة",
    other: "# رسالة",
  });
const min = (n: number) => `${number(n)} د`;

export const words: StaffWords = {
  act: {
    delete: "حذف",
    deleteAll: "حذف كل ما كتبه",
    mute: "كتم",
    minutes: (n) => `${number(n)} د`,
    midnight: "منتصف الليل",
    ban: "حظر",
  },

  done: {
    delete: "حُذفت.",
    deleteAll: (n) => `حُذف من الرسائل: ${messages(n)}.`,
    mute: (user, until) => `${isolate(user)} مكتوم حتى ${isolate(until)}.`,
    muteOpen: (user) => `${isolate(user)} مكتوم حتى إشعار آخر.`,
    ban: (user, until, n) =>
      `${isolate(user)} محظور حتى ${isolate(until)}. أُزيل من الرسائل: ${messages(n)}.`,
    banOpen: (user, n) => `${isolate(user)} محظور حتى إشعار آخر. أُزيل من الرسائل: ${messages(n)}.`,
    undone: "عادت.",
    lifted: (user) => `يمكن لـ${isolate(user)} الكتابة من جديد.`,
  },

  desk: {
    label: "إدارة الغرفة",
    hold: "إيقاف",
    holdHint: "إيقاف السجل (أو بالضغط المستمر على M)",
    held: (n) => (n === 0 ? "موقوف" : `موقوف: ${number(n)}`),
    slow: (n) => (n === 0 ? "بطيء: لا" : `بطيء: ${number(n)} ث`),
    slowTitle: "كم ينتظر كل واحد بين رسالتين",
    seconds: (n) => (n === 0 ? "بلا" : `${number(n)} ث`),
  },

  shield: {
    title: "الدرع",
    about:
      "لمواجهة سيل من الجدد: ينتظرون قبل أن يتكلموا، ويحسب كل ضيف جديد دليلًا، ولا يُنشئ أحد حسابًا. من سُمع من قبل لا يلاحظ شيئًا. وينتهي من تلقاء نفسه.",
    raise: "ارفع الدرع",
    hint: (n) => `مدة ${min(n)} ينتظر الجدد قبل أن يتكلموا ويثبتون أنهم ليسوا سيلًا`,
    up: (until, by) => `الدرع حتى ${isolate(until)} (${by === "staff" ? "المشرفون" : "الغرفة"})`,
    renew: (n) => `مدّده ${min(n)} من الآن`,
    raised: (n) => `الدرع مرفوع مدة ${min(n)}.`,
    end: "أنزل الدرع",
    ended: "أُنزل الدرع.",
  },

  hidden: {
    open: (n) =>
      count(n, {
        one: "رسالة مخفية",
        two: "رسالتان مخفيتان",
        few: "# رسائل مخفية",
        many: "# رسالة مخفية",
        other: "# رسالة مخفية",
      }),
    title: "ما قاله الجدد قبل الدرع",
    about: (n) =>
      `${count(n, { one: "رسالة واحدة من الجدد في الدقيقة التي سبقت الدرع مخفية.", two: "رسالتان من الجدد في الدقيقة التي سبقت الدرع مخفيتان.", few: "# رسائل من الجدد في الدقيقة التي سبقت الدرع مخفية.", many: "# رسالة من الجدد في الدقيقة التي سبقت الدرع مخفية.", other: "# رسالة من الجدد في الدقيقة التي سبقت الدرع مخفية." })} ويبقى ذلك حتى تقرر، أو حتى منتصف الليل.`,
    more: (n) =>
      count(n, {
        one: "رسالة واحدة أقدم لا تُعرض هنا",
        two: "رسالتان أقدم لا تُعرضان هنا",
        few: "# رسائل أقدم لا تُعرض هنا",
        many: "# رسالة أقدم لا تُعرض هنا",
        other: "# رسالة أقدم لا تُعرض هنا",
      }),
    keepLabel: (n) => `إبقاء ${messages(n)}`,
    kept: "عادت إلى مكانها.",
    removeLabel: (n) => `إزالة ${messages(n)}`,
    removed: (n) => `أُزيلت ${messages(n)}.`,
  },

  reports: {
    open: (n) =>
      n === 0
        ? "لا بلاغات"
        : count(n, {
            one: "بلاغ واحد",
            two: "بلاغان",
            few: "# بلاغات",
            many: "# بلاغًا",
            other: "# بلاغ",
          }),
    title: "رسائل أُبلغ عنها",
    close: "إغلاق",
    none: "لا شيء أُبلغ عنه.",
    count: (n) =>
      count(n, { one: "شخص واحد", two: "شخصان", few: "# أشخاص", many: "# شخصًا", other: "# شخص" }),
    hidden: "مخفية",
    keep: "إبقاء",
    keepLabel: (user) => `إبقاء رسالة ${isolate(user)}`,
    kept: "تبقى.",
    remove: "إزالة",
    removeLabel: (user) => `إزالة رسالة ${isolate(user)}`,
    removed: "أُزيلت.",
  },
};
