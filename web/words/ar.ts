import { dialogs } from "./ar-dialogs.ts";
import { shield } from "./ar-shield.ts";
import type { Words } from "./en.ts";
import { isolate, numbers } from "./numbers.ts";

// The countdown and the times of the room use these digits too.
const { number, count } = numbers("ar-u-nu-latn");
const newMessages = {
  one: "رسالة جديدة واحدة",
  two: "رسالتان جديدتان",
  few: "# رسائل جديدة",
  many: "# رسالة جديدة",
  other: "# رسالة جديدة",
};
const seconds = {
  one: "ثانية واحدة",
  two: "ثانيتين",
  few: "# ثوانٍ",
  many: "# ثانية",
  other: "# ثانية",
};

export const words: Words = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)} هنا`,
    number,
    gone: "يُمحى بعد",
    city: (city) => `منتصف الليل في ${isolate(city)}`,
    otherZone: (zone) => `منتصف الليل، ${isolate(zone)}`,
    yours: (midnight, time) => `${midnight} (${time} بتوقيتك)`,
    more: "المزيد",
    less: "أقل",
    fuse: (percent) => `بقي ${number(percent)} في المئة من اليوم`,
    signIn: "تسجيل الدخول",
    signOut: "تسجيل الخروج",
    account: (user) => `${user}، حسابك`,
    admin: "الإدارة",
    skip: "إلى رسالتك",
    keys: "المفاتيح",
  },

  log: {
    label: "الرسائل",
    midnight: (midnight) => `كل ما هنا يُحذف عند ${midnight}.`,
    entering: "جارٍ الدخول…",
    noScript: "هذا يكفي للقراءة؛ وللتحدث هنا تحتاج الصفحة إلى JavaScript.",
    empty: "لم يقل أحد شيئًا اليوم بعد.",
    emptyHint: "قل ما يدور في بالك. عند منتصف الليل يزول.",
    removed: "حذفها مشرف",
    hidden: "ما قلته مخفي حتى يطّلع عليه المشرفون.",
    admin: "مشرف",
    moderator: "مراقب",
    reported: "تم الإبلاغ، وعلم به المشرفون.",
    actsOn: (user) => `ما العمل برسالة ${isolate(user)}`,
    showAll: "عرض الكل",
    showLess: "عرض أقل",
    unread: "جديد منذ غيابك",
    pill: (n) => `${number(n)} جديد`,
    pillLabel: (n) => `${count(n, newMessages)}: إلى النهاية`,
    repliesTo: "ردًّا على",
    named: "موجَّهة إليك:",
    noReply: "لا تردّ على أحد",
    ignored: (n: number) =>
      count(n, {
        zero: "لا أسطر مخفيّة لمن تتجاهلهم اليوم.",
        one: "سطر واحد مخفيّ لمن تتجاهلهم اليوم.",
        two: "سطران مخفيّان لمن تتجاهلهم اليوم.",
        few: "# أسطر مخفيّة لمن تتجاهلهم اليوم.",
        many: "# سطرًا مخفيًّا لمن تتجاهلهم اليوم.",
        other: "# سطر مخفيّ لمن تتجاهلهم اليوم.",
      }),
    ignoreNobody: "أظهِرها",
    toEnd: "إلى النهاية",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `الموضوع الآن: ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined ? "أنت مكتوم حتى إشعار آخر." : `أنت مكتوم حتى ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`السبب: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "يمكنك الكتابة من جديد.",
    removedMine: (n: number) =>
      count(n, { one: "أزال الإشراف رسالة من رسائلك.", other: "أزال الإشراف # من رسائلك." }),
    clearedEarlier: "أفرغ الإشراف الغرفة اليوم من قبل.",
    earlier: "رسائل أقدم",
    slow: (n) => (n === 0 ? "انتهى الوضع البطيء." : `الوضع البطيء: رسالة واحدة كل ${number(n)} ث.`),
    newDay: "منتصف الليل. زال كل ما قيل قبله.",
    cleared: "أفرغ مشرف الغرفة.",
    tooLong: "طال غيابك فتعذّر اللحاق بما فات؛ هذه هي الغرفة الآن.",
    back: (n) => (n === 0 ? "عدت. لم يفتك شيء." : `عدت. وصل في غيابك: ${count(n, newMessages)}.`),
    minutesLeft: (n) =>
      `كل ما هنا يزول بعد ${count(n, {
        one: "دقيقة واحدة",
        two: "دقيقتين",
        few: "# دقائق",
        many: "# دقيقة",
        other: "# دقيقة",
      })}.`,
  },

  outbox: {
    sending: "جارٍ الإرسال…",
    goes: (n) => `تُرسل وحدها بعد ${number(n)} ث`,
    waiting: "في انتظار الاتصال",
    failed: (why) => `لم تُرسل: ${why}`,
    midnight: "سبقها منتصف الليل.",
    signedOut: "انتهت جلستك.",
    stopped: "الغرفة مغلقة أمامك.",
    again: "إعادة المحاولة",
    discard: "تجاهل",
  },

  composer: {
    as: "باسم",
    roll: "اسم آخر",
    until: (t: string) => `حتى ${t}`,
    untilMidnight: "حتى منتصف الليل",
    keep: "احتفظ به اليوم",
    now: (name: string) => `اسمك الآن ${isolate(name)}.`,
    label: "رسالتك",
    placeholder: "أخرج ما في صدرك",
    send: "إرسال",
    seconds: (n) => `${number(n)} ث`,
    wait: (n) => `يمكنك الإرسال من جديد بعد ${count(n, seconds)}`,
    length: (used, most) => `${used} / ${number(most)}`,
    used: (n, atLeast) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "أوشكت المساحة على الانتهاء.",
    tooLong: "هذا أطول من أن يُرسل.",
    cut: "لا يتّسع المكان إلا للبداية؛ أما الباقي فقد تُرك.",
    accept: "بالإرسال تقبل القواعد.",
  },

  burn: {
    short: "إحراق",
    button: "إحراق: لا تذهب إلى أي مكان",
    done: "احترقت. لم تغادر هذه الصفحة قط.",
  },

  link: {
    lost: (n) => `انقطع الاتصال. المحاولة القادمة بعد ${number(n)} ث.`,
    why: (why, n) => `${why} المحاولة القادمة بعد ${number(n)} ث.`,
    broken: "انقطع الاتصال. تعاود الصفحة المحاولة من تلقاء نفسها.",
    trying: "انقطع الاتصال. جارٍ المحاولة…",
    blocked: "هذه الشبكة أو وكيل الخادم لا يسمح بمرور WebSockets: يمكنك القراءة دون الكلام.",
    now: "المحاولة الآن",
    notDone: "لم يُنفَّذ ذلك: لا يوجد اتصال. حاول مرة أخرى عندما يعود.",
    old: "هذه الصفحة أقدم من الغرفة. تبقى مسودتك عند إعادة تحميلها.",
    reload: "أعد التحميل",
    banned: (until, reason) =>
      [
        until === undefined ? "أنت محظور حتى إشعار آخر." : `أنت محظور حتى ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`السبب: ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "إن كنت ترى أن هذا خطأ فاسأل من يدير هذه الغرفة.",
    banOver: "انتهى الحظر.",
    closed: {
      1001: "الغرفة تعيد التشغيل.",
      1002: "لا تتفاهم هذه الصفحة مع الغرفة. أعد تحميل الصفحة.",
      1009: "كان ذلك أكبر مما تسعه الغرفة.",
      1013: "الغرفة ممتلئة.",
      4000: "لم تسمع الغرفة شيئًا من هذه الصفحة.",
      4001: "أنت محظور. الغرفة مغلقة أمامك.",
      4002: "انتهت جلستك؛ تعود ضيفًا.",
    },
  },

  refused: {
    invalid: "لم تفهم الغرفة ذلك.",
    empty: "لا شيء في هذه الرسالة.",
    too_long: "هذه الرسالة طويلة جدًا.",
    too_many_lines: "في هذه الرسالة أكثر من 20 سطرًا.",
    control_character: "لا يمكن أن تحوي الرسالة محارف تحكم.",
    not_allowed: "هذه الكلمة لا تُقال هنا.",
    not_plannable: "يمكن التخطيط لموضوع ابتداءً من الغد، ولمدة سنة على الأكثر.",
    rate_limited: "هذا كثير في دقيقة واحدة.",
    banned: "هذا الحساب محظور.",
    muted: "أنت مكتوم الآن.",
    slow_mode: "الوضع البطيء مفعّل.",
    proof_required: "لم يستطع متصفحك حساب الدليل الذي يطلبه الدرع.",
    shield_up: "تنتظر الحسابات الجديدة ما دام الدرع مرفوعًا.",
    newcomer:
      "يتحدث كثير من الوافدين الجدد معًا، ولكلٍّ دوره. لا روابط في رسائلهم، ولا جدران من الأحرف الكبيرة أو الرموز التعبيرية.",
    repeated: "قيل هذا قبل قليل. قله بكلمات أخرى.",
    name_taken: "هذا الاسم لشخص آخر.",
    email_taken: "لهذا البريد حساب من قبل.",
    username_taken: "اسم المستخدم هذا مأخوذ، أو يشبه اسمًا مأخوذًا.",
    wrong_credentials: "هذا البريد وكلمة المرور هذه لا يتوافقان.",
    wrong_password: "هذه ليست كلمة مرورك.",
    code_needed: "يطلب حسابك رمزًا أيضًا: من تطبيقك، أو رمز استرداد.",
    wrong_code: "هذا الرمز غير صحيح، أو سبق استعماله.",
    common_password: "كلمة المرور هذه من أول ما قد يجرّبه أي أحد. اختر غيرها.",
    too_many_attempts: "محاولات دخول فاشلة كثيرة.",
    not_signed_in: "سجّل الدخول أولًا.",
    not_admin: "هذا للمشرفين فقط.",
    not_staff: "هذا للمشرفين والمراقبين فقط.",
    admin_protected: "لا يمكن فعل ذلك بمشرف أو مراقب.",
    last_admin: "لا يمكن عزل آخر مشرف.",
    not_found: "لم يعد ذلك موجودًا.",
    setup_closed: "رابط الإعداد هذا استُعمل أو انتهت صلاحيته.",
    zone_fixed: "تبقى المنطقة الزمنية للغرفة كما هي: فهي محددة حيث تُشغَّل الغرفة، أو قيل شيء اليوم.",
    reset_closed: "استُعمل هذا الرابط أو انتهت مدته. اطلب رابطًا جديدًا.",
    busy: "الغرفة مزدحمة جدًا الآن.",
    unavailable: "لا تستطيع الغرفة حفظ شيء الآن.",
  },

  problem: {
    unreachable: { title: "لا اتصال", detail: "لا يمكن الوصول إلى الغرفة الآن." },
    part: "لم يصل هذا الجزء من الصفحة. أعد المحاولة.",
    retry: (n) => `أعد المحاولة بعد ${count(n, seconds)}.`,
  },

  foot: {
    language: "اللغة",
  },

  own: {
    erase: "حذف",
    of: (act: string, text: string) => `${act}: ${isolate(text)}`,
    sure: "حذفها عند الجميع؟",
    felt: (n: number) =>
      n === 0
        ? "أسمعك"
        : `أسمعك: ${count(n, { one: "شعر بها شخص واحد (#)", two: "شعر بها شخصان (#)", few: "شعر بها # أشخاص", many: "شعر بها # شخصًا", other: "شعر بها # شخص" })}`,
    forgetMe: "انسوني الآن",
    forgetLead: "يحذف كل ما قلته اليوم من كل الشاشات.",
    forgetSure: "حذف كل شيء؟",
    forgotten: (n: number) =>
      `نُسي: ${count(n, { zero: "# رسالة", one: "رسالة واحدة (#)", two: "رسالتان (#)", few: "# رسائل", many: "# رسالة", other: "# رسالة" })}.`,
  },

  undo: { action: "تراجع", deleted: "حُذف.", back: "عاد." },

  shield,
  ...dialogs,
};
