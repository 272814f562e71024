import type { AccountWords } from "./en-account.ts";
import { isolate } from "./numbers.ts";

export const words: AccountWords = {
  account: {
    title: "حسابك",
    tab: "حسابك: Rage Room",
    as: (user, email) => `أنت داخل باسم ${isolate(user)}، ${isolate(email)}`,
    loading: "جارٍ التحميل…",
  },

  password: {
    title: "تغيير كلمة المرور",
    ends: "ينتهي بذلك كل دخول سابق، ويستمر هذا الدخول.",
    current: "كلمة المرور الحالية",
    action: "تغييرها",
    done: "تغيّرت كلمة المرور، وانتهى كل دخول سابق.",
  },

  signIns: {
    title: "أين سجّلت الدخول",
    hint: "تُحفظ الأوقات بالساعة، ولا شيء غيرها.",
    since: (when) => `منذ ${isolate(when)}`,
    used: (when) => `آخر استعمال ${isolate(when)}`,
    here: "هذا",
    endLabel: (when) => `تسجيل الخروج مما دخل منذ ${when}`,
    ended: "تم تسجيل الخروج.",
    everywhere: "تسجيل الخروج من كل مكان",
  },

  leave: {
    title: "حذف الحساب",
    text: "يُتلف الحساب وكل ما قلته اليوم حالًا ونهائيًا، ويصبح اسمك متاحًا.",
    confirm: (user) => `للمتابعة اكتب ${isolate(user)}`,
    another: "هذا اسم آخر.",
    action: "حذفه نهائيًا",
  },
};
