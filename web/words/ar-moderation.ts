import type { Moderation } from "./en-moderation.ts";
import { isolate, numbers } from "./numbers.ts";

const { count, number } = numbers("ar-u-nu-latn");

export const moderation: Moderation = {
  acts: {
    label: (user) => `المزيد عن هذه الرسالة من ${user}`,
    title: (user) => `ما العمل مع ${isolate(user)}`,
    reason: "السبب إن وُجد",
    reasonHint: "يُقال لمن يعنيه، ويُحفظ في السجل.",
    mute: "كتم",
    minutes: (n) =>
      count(n, {
        one: "دقيقة واحدة",
        two: "دقيقتان",
        few: "# دقائق",
        many: "# دقيقة",
        other: "# دقيقة",
      }),
    midnight: "حتى منتصف الليل",
    more: "إبعاد",
    banHint:
      "يسري الحظر على الضيف حتى منتصف الليل، وعلى الحساب حتى يُرفع، ويُزيل معه كل ما قيل منه اليوم.",
    eraseAll: "حذف كل ما قاله",
    erasedAll: "خرج كل ما قاله اليوم من كل الصفحات.",
    wasMuted: (user) => `${isolate(user)} مكتوم.`,
  },

  sanctions: {
    tab: "العقوبات",
    title: "المكتومون والمحظورون الآن",
    none: "لا أحد مكتوم أو محظور.",
    muted: "مكتوم",
    until: (when) => `حتى ${isolate(when)}`,
    open: "حتى تُرفع",
    reason: (reason) => `السبب: ${isolate(reason)}`,
    lift: "رفع",
    liftLabel: (user) => `رفع ما على ${user}`,
    lifted: "رُفعت.",
  },

  audit: {
    tab: "السجل",
    title: "ما فعله الفريق",
    hint: "يُحفظ 90 يومًا، بلا أي نص",
    none: "لم يُفعل شيء.",
    older: "أقدم",
    targets: {
      message: (id) => `الرسالة ${id}`,
      account: (id) => `الحساب ${id}`,
      event: (id) => `الحدث ${id}`,
    },
    acts: {
      message_erased: "حذف رسالة",
      sender_erased: "حذف كل ما قاله أحدهم",
      account_deleted: "حذف حسابًا",
      reset_opened: "أنشأ رابطًا لكلمة مرور جديدة",
      cleared: "أفرغ الغرفة",
      undone: "استعاد ما حُذف",
      topic_set: "غيّر الموضوع",
      topic_planned: "حدّد موضوع يوم قادم",
      topic_unplanned: "ألغى موضوع يوم قادم",
      rotation_set: "غيّر تناوب المواضيع",
      slow_mode_set: "أبطأ الغرفة",
      slow_mode_ended: "أنهى الوضع البطيء",
      shield_raised: "رفع الدرع",
      shield_ended: "أنزل الدرع",
      hidden_kept: "أعاد ما كان مخفيًا",
      hidden_removed: "أزال ما كان مخفيًا",
      swept: "أزال ما قاله الجدد",
      report_kept: "أبقى رسالة أُبلغ عنها",
      report_removed: "أزال رسالة أُبلغ عنها",
      muted: "كتم أحدهم",
      banned: "حظر أحدهم",
      unbanned: "رفع حظرًا",
      lifted: "رفع عقوبة",
      admin_made: "عيّن مشرفًا",
      admin_unmade: "عزل مشرفًا",
      moderator_made: "عيّن مراقبًا",
      moderator_unmade: "عزل مراقبًا",
    },
  },

  mode: {
    slow: "الوضع البطيء",
    slowHint: "كم ينتظر كل متحدث بين رسالتين، إلا الفريق.",
    off: "متوقف",
    set: (n) => (n === 0 ? "الوضع البطيء متوقف." : `من الآن رسالة واحدة كل ${number(n)} ثانية.`),
  },

  role: {
    button: "الدور",
    label: (user) => `دور ${user}`,
    title: (user) => `دور ${isolate(user)}`,
    names: { member: "عضو", moderator: "مراقب", admin: "مشرف" },
    may: {
      member: "يتحدث باسم خاص به.",
      moderator: "يحذف الرسائل ويكتم ويحظر ويبطئ الغرفة.",
      admin: "يفعل ذلك أيضًا ويغيّر الموضوع ويختار الفريق.",
    },
    ends: "من يفقد دورًا تنتهي جلساته كلها.",
    save: "تغيير الدور",
    changed: (user, role) => `لـ${isolate(user)} الآن دور آخر: ${role}.`,
  },

  owner: {
    button: "الحساب",
    label: (user) => `حساب ${user}`,
    title: (user) => `حساب ${isolate(user)}`,
    resetTitle: "كلمة مرور منسية",
    resetText:
      "رابط تُختار به كلمة جديدة. يعمل مرة واحدة ولمدة ساعة: لا تعطه لأحد غير صاحبه. وتبقى الخطوة الثانية مفعّلة.",
    reset: "إنشاء رابط",
    link: "رابط لكلمة مرور جديدة",
    copy: "نسخ",
    copied: "نُسخ.",
    made: "أُنشئ الرابط، ولم يعد السابق يعمل.",
    deleteText: "يُتلف الحساب وكل ما قاله اليوم حالًا ونهائيًا.",
    deleted: (user) => `حُذف حساب ${isolate(user)}.`,
  },
};
