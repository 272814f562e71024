import type { KeyWords } from "./en-keys.ts";

export const words: KeyWords = {
  keys: {
    toMessages: "إلى الرسائل",
    walk: "من رسالة إلى أخرى",
    firstAndLast: "إلى أول رسالة ظاهرة وآخرها",
    menu: "ما يمكن فعله برسالة",
    leave: "العودة إلى رسالتك، ومنها إلى آخر الغرفة",
    write: "إلى رسالتك",
    list: "هذه القائمة",
    hold: "تثبيت الرسائل ما دام مضغوطًا (للإشراف)",
    single: "مفاتيح الحرف الواحد تعمل حين لا تكتب",
  },
};
