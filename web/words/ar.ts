import type { Catalogue } from "./english.ts";
import { isolate, numbers } from "./numbers.ts";

export const name = "العربية";
export const direction = "rtl";
export const needsScript = "تحتاج هذه الصفحة إلى JavaScript.";
export const speakingNeedsScript = "هذا يكفي للقراءة؛ وللتحدث هنا تحتاج الصفحة إلى JavaScript.";
export const plurals = ["zero", "one", "two", "few", "many", "other"] as const;

// The countdown and the times of the room use these digits too.
const { number, count } = numbers("ar-u-nu-latn", plurals);
const newMessages = {
  zero: "لا رسائل جديدة",
  one: "رسالة جديدة واحدة",
  two: "رسالتان جديدتان",
  few: "# رسائل جديدة",
  many: "# رسالة جديدة",
  other: "# رسالة جديدة",
};
const characters = {
  zero: "أي عدد من المحارف",
  one: "محرف واحد",
  two: "محرفين",
  few: "# محارف",
  many: "# محرفًا",
  other: "# محرف",
};
const seconds = {
  zero: "لحظة",
  one: "ثانية واحدة",
  two: "ثانيتين",
  few: "# ثوانٍ",
  many: "# ثانية",
  other: "# ثانية",
};
const messages = (n: number) =>
  count(n, {
    zero: "لا رسائل",
    one: "رسالة واحدة",
    two: "رسالتان",
    few: "# رسائل",
    many: "# رسالة",
    other: "# رسالة",
  });
const ofMessages = (n: number) => (n === 2 ? "رسالتين" : messages(n));
const min = (n: number) => `${number(n)} د`;

export const words: Catalogue["words"] = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)} هنا`,
    number,
    gone: "يُمحى بعد",
    city: (city) => `منتصف الليل في ${isolate(city)}`,
    otherZone: (zone) => `منتصف الليل بتوقيت ${isolate(zone)}`,
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
    empty: "لم يقل أحد شيئًا اليوم بعد.",
    emptyHint: "قل ما يدور في بالك. عند منتصف الليل يزول.",
    removed: "أزالها الفريق",
    hidden: "ما قلته مخفي حتى يطّلع عليه الفريق.",
    admin: "مشرف",
    moderator: "مراقب",
    reported: "تم الإبلاغ، وعلم به الفريق.",
    actsOn: (user) => `ما العمل برسالة ${isolate(user)}`,
    showAll: "عرض الكل",
    showLess: "عرض أقل",
    unread: "جديد منذ غيابك",
    pill: (n) => `${number(n)} جديد`,
    pillLabel: (n) => `${count(n, newMessages)}: إلى النهاية`,
    repliesTo: "ردًّا على",
    named: "موجَّهة إليك:",
    first: "أول كلام اليوم",
    noReply: "لا تردّ على أحد",
    ignored: (n: number) =>
      count(n, {
        zero: "لا أسطر مخفية لمن تتجاهلهم اليوم.",
        one: "سطر واحد مخفي لمن تتجاهلهم اليوم.",
        two: "سطران مخفيان لمن تتجاهلهم اليوم.",
        few: "# أسطر مخفية لمن تتجاهلهم اليوم.",
        many: "# سطرًا مخفيًا لمن تتجاهلهم اليوم.",
        other: "# سطر مخفي لمن تتجاهلهم اليوم.",
      }),
    ignoreNobody: "أظهِرها",
    toEnd: "إلى النهاية",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `الموضوع الآن: ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined ? "صوتك مكتوم حتى إشعار آخر." : `صوتك مكتوم حتى ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`السبب: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "يمكنك الكلام من جديد.",
    removedMine: (n: number) =>
      count(n, {
        zero: "لم يُزل الفريق شيئًا من رسائلك.",
        one: "أزال الفريق رسالة من رسائلك.",
        two: "أزال الفريق رسالتين من رسائلك.",
        few: "أزال الفريق # رسائل من رسائلك.",
        many: "أزال الفريق # رسالة من رسائلك.",
        other: "أزال الفريق # رسالة من رسائلك.",
      }),
    clearedEarlier: "أفرغ الفريق الغرفة اليوم من قبل.",
    earlier: "رسائل أقدم",
    slow: (n) => (n === 0 ? "انتهى الوضع البطيء." : `الوضع البطيء: رسالة واحدة كل ${number(n)} ث.`),
    newDay: "منتصف الليل. زال كل ما قيل قبله.",
    cleared: "أفرغ الفريق الغرفة.",
    tooLong: "طال غيابك فتعذّر اللحاق بما فات؛ هذه هي الغرفة الآن.",
    notAReply: "ربما فقدت الغرفة بعض الرسائل؛ المكتوب هنا لم يعد ردًّا.",
    back: (n) => (n === 0 ? "عدت. لم يفتك شيء." : `عدت. وصل في غيابك: ${count(n, newMessages)}.`),
    minutesLeft: (n) =>
      `كل ما هنا يزول بعد ${count(n, {
        zero: "لحظات",
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
    discard: "التخلي عنها",
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
        until === undefined ? "دخولك محظور حتى إشعار آخر." : `دخولك محظور حتى ${isolate(until)}.`,
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
      4001: "دخولك محظور. الغرفة مغلقة أمامك.",
      4002: "انتهت جلستك؛ تتابع هنا باسم ضيف.",
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
    muted: "صوتك مكتوم الآن.",
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
        : `أسمعك: ${count(n, { zero: "لم يشعر بها أحد", one: "شعر بها شخص واحد", two: "شعر بها شخصان", few: "شعر بها # أشخاص", many: "شعر بها # شخصًا", other: "شعر بها # شخص" })}`,
    forgotten: (n: number) =>
      `نُسي: ${count(n, { zero: "لا رسائل", one: "رسالة واحدة", two: "رسالتان", few: "# رسائل", many: "# رسالة", other: "# رسالة" })}.`,
  },

  undo: { action: "تراجع", deleted: "حُذف.", back: "عاد." },

  shield: {
    up: (until) =>
      `الدرع مرفوع حتى ${isolate(until)}: من هو جديد هنا ينتظر قبل أن يتكلم. الجميع يقرأ، ومن سُمع اليوم يتكلم كما كان.`,
    down: "أُنزل الدرع. يمكن للجميع الكلام من جديد.",
    proving: "يحسب متصفحك دليلًا على أنك لست سيلًا من الآلات…",
  },

  picker: {
    title: "الرموز التعبيرية",
  },

  cool: {
    title: "دقيقة من الهدوء",
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
    line: (n) =>
      count(n, {
        zero: "لا رسائل من اليوم الماضي.",
        one: "رسالة واحدة من اليوم الماضي: أُتلفت، وبحثنا عنها فلم نجدها.",
        two: "رسالتان من اليوم الماضي: أُتلفتا، وبحثنا عنهما فلم نجدهما.",
        few: "# رسائل من اليوم الماضي: أُتلفت، وبحثنا عنها فلم نجدها.",
        many: "# رسالة من اليوم الماضي: أُتلفت، وبحثنا عنها فلم نجدها.",
        other: "# رسالة من اليوم الماضي: أُتلفت، وبحثنا عنها فلم نجدها.",
      }),
  },
};

export const account: Catalogue["account"] = {
  account: {
    title: "حسابك",
    tab: "حسابك: Rage Room",
    as: (user, email) => `دخولك باسم ${isolate(user)}، ${isolate(email)}`,
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

  secondStep: {
    title: "الخطوة الثانية",
    text: "يطلب الحساب عندها، إلى جانب كلمة المرور، رمزًا يعرضه تطبيق على هاتفك. ومن عرف كلمة مرورك لا يدخل.",
    start: "إعدادها",
    scan: "امسح هذا بتطبيق مصادقة، أو اكتب المفتاح فيه. ثم أدخل الرمز الذي يعرضه.",
    qr: "المفتاح على شكل رمز QR",
    key: "المفتاح",
    confirm: "تفعيلها",
    on: "الخطوة الثانية مفعّلة.",
    left: (n) =>
      count(n, {
        zero: "لم يبقَ أي رمز استرداد.",
        one: "بقي رمز استرداد واحد.",
        two: "بقي رمزا استرداد.",
        few: "بقيت # رموز استرداد.",
        many: "بقي # رمز استرداد.",
        other: "بقي # رمز استرداد.",
      }),
    codes: "رموز الاسترداد",
    codesText: "يعمل كل منها مرة واحدة بدل التطبيق. لن تُعرض مرة أخرى، فاكتبها عندك.",
    kept: "كتبتها عندي",
    anyCode: "رمز التطبيق، أو رمز استرداد",
    renew: "إنشاء رموز استرداد جديدة",
    off: "إيقاف الخطوة الثانية",
    isOff: "أُوقفت الخطوة الثانية.",
  },

  leave: {
    title: "حذف الحساب",
    text: "يُتلف الحساب وكل ما قلته اليوم حالًا ونهائيًا، ويصبح اسمك متاحًا.",
    confirm: (user) => `للمتابعة اكتب ${isolate(user)}`,
    another: "هذا اسم آخر.",
    action: "حذفه نهائيًا",
  },
};

export const keys: Catalogue["keys"] = {
  keys: {
    toMessages: "إلى الرسائل",
    walk: "من رسالة إلى أخرى",
    firstAndLast: "إلى أول رسالة ظاهرة وآخرها",
    menu: "ما يمكن فعله برسالة",
    leave: "العودة إلى رسالتك، ومنها إلى آخر الغرفة",
    write: "إلى رسالتك",
    list: "هذه القائمة",
    hold: "تثبيت الرسائل ما دام مضغوطًا (للفريق)",
    single: "مفاتيح الحرف الواحد تعمل حين لا تكتب",
  },
};

export const forgetting: Catalogue["forgetting"] = {
  forget: {
    gone: (midnight) => `ما يُحذف عند ${midnight}`,
    messages: "كل رسالة: من قاعدة بيانات الغرفة ومن كل صفحة مفتوحة.",
    guests: "كل ضيف: لن يستطيع أحد هنا غدًا أن يعرف من كنت اليوم.",
    stays: "ما يبقى",
    accounts: "الحسابات، ومن هو محظور. لا ما قيل أبدًا.",
    drafts: "ما كتبته ولم ترسله يبقى في متصفحك أنت.",
    cannot: "ما لا نستطيع أن نعد به",
    screenshots: "لقطات الشاشة، والنسخ التي صنعها أحد في الغرفة.",
    snapshots: "النسخ التي يصنعها مضيف الخادم من نفسه، كلقطات القرص ونسخه الاحتياطية.",
    memory: "النسخ في ذاكرة الخادم إلى أن تُستعمل من جديد.",
    me: "انسَني الآن",
    lead: "يحذف كل ما قلته اليوم من كل الشاشات.",
    sure: "حذف كل شيء؟",
  },

  mood: {
    ask: "كيف تغادر اليوم الذي انتهى؟",
    angrier: "أكثر غضبًا",
    same: "كما كنت",
    calmer: "أهدأ",
    thanks: "حُسب، ولا يُحفظ منه شيء آخر.",
  },

  receipt: {
    title: (day: string, zone: string) => `نهاية ${isolate(day)}، ${isolate(zone)}`,
    destroyed: (messages: number, people: number) =>
      `أُتلفت ${count(messages, { zero: "لا رسائل", one: "رسالة واحدة", two: "رسالتان", few: "# رسائل", many: "# رسالة", other: "# رسالة" })} من ${count(people, { zero: "لا أحد", one: "شخص واحد", two: "شخصين", few: "# أشخاص", many: "# شخصًا", other: "# شخص" })}.`,
    clean: (ms: number) =>
      `ثم بحثنا عمّا بقي فلم نجد شيئًا. استغرق ذلك ${count(ms, { zero: "أقل من جزء من ألف من الثانية", one: "جزءًا واحدًا من ألف من الثانية", two: "جزأين من ألف من الثانية", few: "# أجزاء من ألف من الثانية", many: "# جزءًا من ألف من الثانية", other: "# جزء من ألف من الثانية" })}.`,
    unclean: "ثم بحثنا عمّا بقي، وكان شيء ما لا يزال موجودًا.",
    moods: ({ angrier, same, calmer }) =>
      `ممّن أجابوا: أكثر غضبًا ${number(angrier)}، كما كانوا ${number(same)}، أهدأ ${number(calmer)}.`,
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

export const reader: Catalogue["reader"] = {
  menu: {
    reply: "ردّ",
    copy: "نسخ",
    copied: "نُسخت.",
    notCopied: "لا يسمح هذا المتصفح بالنسخ هنا. حدّد النص وانسخه بيدك.",
    report: "إبلاغ",
    ignore: "تجاهُل اليوم",
    ignored: (user: string) => `لن ترى ${isolate(user)} حتى منتصف الليل ما دام بهذا الاسم.`,
  },

  choices: {
    lead: "تُحفظ في هذا المتصفح وحده. وما لا تغيّره يتبع نظامك.",
    rows: { theme: "الألوان", letters: "الحروف", lines: "الأسطر", view: "الرسائل", sound: "الصوت" },
    without: {
      theme: "مثل النظام",
      letters: "عادية",
      lines: "متباعدة",
      view: "كلها",
      sound: "صامت",
    },
    light: "فاتحة",
    dark: "داكنة",
    large: "كبيرة",
    largest: "كبيرة جدًا",
    compact: "متقاربة",
    quiet: "بهدوء: واحدة كل ثانيتين، وهي ما شعر به أكثر الناس",
    sound: "عند أول رسالة جديدة وأنا أنظر إلى شيء آخر",
  },

  quiet: "عرض هادئ: رسالة كل ثانيتين.",

  coolOffer: { line: "إن شئت، فهنا دقيقة للتهدئة.", no: "ليس الآن" },

  breathing: {
    lead: "ستة أنفاس بطيئة. لا تحل شيئًا؛ إنها دقيقة من السكون.",
    breatheIn: "شهيق",
    breatheOut: "زفير، ببطء",
    left: (n) =>
      count(n, {
        zero: "لم يبقَ وقت",
        one: "بقيت ثانية واحدة",
        two: "بقيت ثانيتان",
        few: "بقيت # ثوانٍ",
        many: "بقيت # ثانية",
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
            zero: "لا نتائج",
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

export const setup: Catalogue["setup"] = {
  setup: {
    title: "افتح غرفتك",
    lead: "نموذج واحد وتكون في الداخل. الحساب الذي تنشئه هنا يدير الغرفة.",
    topic: "موضوع اليوم",
    topicHint: "ما يفرّغ الناس غضبهم بشأنه اليوم. يمكن تغييره في أي وقت.",
    rules: "القواعد",
    rulesHint: "يمكن أن تبقى فارغة.",
    zone: "المنطقة الزمنية لمنتصف الليل",
    zoneHint: "عند منتصف الليل هناك يُتلف كل ما قيل.",
    midnight: (when: string, left: string) =>
      `منتصف الليل القادم: ${isolate(when)} بتوقيتك، بعد ${isolate(left)}`,
    browsers: (zone: string) => `استخدام منطقة هذا المتصفح: ${isolate(zone)}`,
    fixed: {
      variable: "يحددها TIMEZONE حيث تُشغَّل الغرفة.",
      said: "قيل شيء اليوم، لذلك يبقى منتصف ليل هذا اليوم كما هو.",
    },
    action: "افتح الغرفة",
    spentTitle: "لم يعد رابط الإعداد هذا صالحًا",
    spent: "لقد استُعمل، أو انتهت ساعته.",
    spentIn: "إن كان المشرف الأول موجودًا فسجّل الدخول.",
    spentAgain: "وإن لم يكن، فأوقف الغرفة وشغّلها من جديد: ستعرض رابطًا آخر.",
    again: "حاول مرة أخرى",
  },

  signedIn: {
    as: (user: string) => `دخولك باسم ${isolate(user)}.`,
    account: "حسابك",
  },

  steps: {
    title: "غرفتك مفتوحة",
    lead: "ثلاثة أمور تساعد، متى شئت:",
    topics: "حضّر مواضيع الأيام القادمة",
    moderator: "عيّن مراقبًا حين يكون له حساب",
    link: "شارك رابط الغرفة أو رمز QR",
    hide: "إخفاء هذه القائمة",
  },

  invite: {
    lead: "من لديه هذا الرابط يقرأ فورًا، ويتكلم بلا حساب.",
    link: "رابط الغرفة",
    copy: "انسخ الرابط",
    copied: "تم النسخ.",
    byHand: "تعذّر النسخ. الرابط محدد: انسخه بيدك.",
    share: "مشاركة",
    code: (link: string) => `رمز QR للرابط ${isolate(link)}`,
    here: "هذا العنوان يعمل على هذا الجهاز وحده. افتح الغرفة بعنوانها من الخارج وادعُ من هناك.",
  },
};

export const staff: Catalogue["staff"] = {
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
    mute: (user, until) => `كُتم صوت ${isolate(user)} حتى ${isolate(until)}.`,
    muteOpen: (user) => `كُتم صوت ${isolate(user)} حتى إشعار آخر.`,
    ban: (user, until, n) =>
      `حُظر دخول ${isolate(user)} حتى ${isolate(until)}. أُزيل من الرسائل: ${messages(n)}.`,
    banOpen: (user, n) =>
      `حُظر دخول ${isolate(user)} حتى إشعار آخر. أُزيل من الرسائل: ${messages(n)}.`,
    undone: "عادت.",
    lifted: (user) => `يمكن لـ${isolate(user)} الكلام من جديد.`,
  },

  desk: {
    label: "الإشراف",
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
    up: (until, by) => `الدرع حتى ${isolate(until)} (${by === "staff" ? "الفريق" : "الغرفة"})`,
    renew: (n) => `مدّده ${min(n)} من الآن`,
    raised: (n) => `الدرع مرفوع مدة ${min(n)}.`,
    end: "أنزل الدرع",
    ended: "أُنزل الدرع.",
  },

  hidden: {
    open: (n) =>
      count(n, {
        zero: "لا رسائل مخفية",
        one: "رسالة مخفية",
        two: "رسالتان مخفيتان",
        few: "# رسائل مخفية",
        many: "# رسالة مخفية",
        other: "# رسالة مخفية",
      }),
    title: "ما قاله الجدد قبل الدرع",
    about: (n) =>
      `${count(n, { zero: "لا رسائل من الجدد في الدقيقة التي سبقت الدرع مخفية.", one: "رسالة واحدة من الجدد في الدقيقة التي سبقت الدرع مخفية.", two: "رسالتان من الجدد في الدقيقة التي سبقت الدرع مخفيتان.", few: "# رسائل من الجدد في الدقيقة التي سبقت الدرع مخفية.", many: "# رسالة من الجدد في الدقيقة التي سبقت الدرع مخفية.", other: "# رسالة من الجدد في الدقيقة التي سبقت الدرع مخفية." })} ويبقى ذلك حتى تقرر، أو حتى منتصف الليل.`,
    more: (n) =>
      count(n, {
        zero: "لا رسائل أقدم لا تُعرض هنا",
        one: "رسالة واحدة أقدم لا تُعرض هنا",
        two: "رسالتان أقدم لا تُعرضان هنا",
        few: "# رسائل أقدم لا تُعرض هنا",
        many: "# رسالة أقدم لا تُعرض هنا",
        other: "# رسالة أقدم لا تُعرض هنا",
      }),
    keepLabel: (n) => `إبقاء ${ofMessages(n)}`,
    kept: "عادت إلى مكانها.",
    removeLabel: (n) => `إزالة ${ofMessages(n)}`,
    removed: (n) => `أُزيلت ${messages(n)}.`,
  },

  reports: {
    open: (n) =>
      n === 0
        ? "لا بلاغات"
        : count(n, {
            zero: "لا بلاغات",
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
      count(n, {
        zero: "لا أحد",
        one: "شخص واحد",
        two: "شخصان",
        few: "# أشخاص",
        many: "# شخصًا",
        other: "# شخص",
      }),
    hidden: "مخفية",
    keep: "إبقاء",
    keepLabel: (user) => `إبقاء رسالة ${isolate(user)}`,
    kept: "تبقى.",
    remove: "إزالة",
    removeLabel: (user) => `إزالة رسالة ${isolate(user)}`,
    removed: "أُزيلت.",
  },
};

export const topics: Catalogue["topics"] = {
  days: "الأيام القادمة",
  daysHint: "ما يبدأ به كل يوم",
  from: { planned: "مخطط له", rotation: "من التناوب", default: "الموضوع المعتاد" },
  noRules: "بلا قواعد",
  rulesHint: "إن تُرك فارغًا سرت القواعد المعتادة.",
  plan: "تخطيط",
  planLabel: (day) => `تخطيط موضوع ليوم ${day}`,
  other: "تخطيط يوم آخر",
  date: "اليوم",
  planned: (day) => `خُطط موضوع يوم ${isolate(day)}.`,
  unplanned: (day) => `لم يعد هناك موضوع مخطط ليوم ${isolate(day)}.`,
  edit: "تعديل",
  editLabel: (what) => `تعديل: ${what}`,
  remove: "إزالة",
  removeLabel: (what) => `إزالة: ${what}`,
  save: "حفظ",
  rotation: "التناوب",
  rotationHint: "تأخذها الأيام غير المخططة بالدور",
  rotationNone: "لا مواضيع في التناوب: يبدأ اليوم غير المخطط بالموضوع المعتاد.",
  next: "التالي",
  add: "إضافة موضوع",
  upTitle: "إلى أعلى",
  downTitle: "إلى أسفل",
  up: (topic) => `إلى أعلى: ${topic}`,
  down: (topic) => `إلى أسفل: ${topic}`,
  moved: (place, of) => `الآن في الموضع ${number(place)} من ${number(of)}.`,
  changed: "تغيّر التناوب.",
  full: (most) => `يتسع التناوب لعدد ${number(most)} من المواضيع لا أكثر.`,
};

export const office: Catalogue["office"] = {
  login: {
    notKept: "هذا المتصفح لا يحفظ شيئًا لهذه الصفحة: ينتهي تسجيل الدخول بمجرد مغادرتك إياها.",
    tab: "تسجيل الدخول: Rage Room",
    title: "الدخول إلى Rage Room",
    lead: "الحساب يحفظ اسمك. وكل ما تقوله يزول مع ذلك عند منتصف الليل.",
    tabs: "تسجيل الدخول أو إنشاء حساب",
    signIn: "تسجيل الدخول",
    register: "إنشاء حساب",
    email: "البريد الإلكتروني",
    username: "اسم المستخدم",
    usernameHint: "من 3 إلى 50 من الأحرف اللاتينية والأرقام والشرطات. يراه الجميع.",
    emailHint: "لتسجيل الدخول. لا يراه إلا المشرفون.",
    password: "كلمة المرور",
    passwordHint: (least) => `${count(least, characters)} على الأقل.`,
    show: "إظهار كلمة المرور",
    hide: "إخفاء كلمة المرور",
    capsLock: "مفتاح Caps Lock مفعّل.",
    code: "الرمز",
    busy: "لحظة…",
    registered: "أُنشئ حسابك. سجّل الدخول به الآن.",
    back: "العودة إلى الغرفة",
    newPassword: "كلمة المرور الجديدة",
    resetTitle: "اختيار كلمة مرور جديدة",
    resetLead:
      "الرابط الذي جاء بك إلى هنا يعمل مرة واحدة. ومع كلمة المرور الجديدة ينتهي كل دخول سابق.",
    reset: "حفظ كلمة المرور",
    resetDone: "حُفظت كلمة مرورك. سجّل الدخول بها الآن.",
    reasons: {
      needAdmin: "سجّل الدخول مشرفًا أو مراقبًا لترى تلك الصفحة.",
      notAdmin: "تلك الصفحة للمشرفين والمراقبين، وهذا الحساب ليس منهم.",
      needSignIn: "سجّل الدخول لترى حسابك.",
    },
    needed: "هذا مطلوب.",
    emailShape: "يكون البريد على صورة \u2066name@example.com\u2069.",
    usernameShape: "اسم المستخدم من 3 إلى 50 من الأحرف اللاتينية والأرقام والشرطات.",
    passwordShort: (least) => `كلمة المرور من ${count(least, characters)} على الأقل.`,
  },

  admin: {
    title: "الإدارة: Rage Room",
    sections: "الأقسام",
    nights: "ليالٍ مضت",
    now: "الآن",
    people: "الناس",
    room: "إلى الغرفة",
    wipes: "تُمحى بعد",
    figures: "أرقام",
    here: "هنا الآن",
    today: "رسائل اليوم",
    minute: "في الدقيقة الأخيرة",
    accounts: "الحسابات",
    live: "الغرفة مباشرة",
    liveHint: "الأحدث أولًا؛ تنتظر ما دمت تشير إليها",
    waiting: (n) =>
      count(n, {
        zero: "لا رسائل جديدة تنتظر",
        one: "رسالة جديدة تنتظر",
        two: "رسالتان جديدتان تنتظران",
        few: "# رسائل جديدة تنتظر",
        many: "# رسالة جديدة تنتظر",
        other: "# رسالة جديدة تنتظر",
      }),
    quiet: "لم يُقل شيء اليوم.",
    delete: "حذف",
    deleteLabel: (user) => `حذف هذه الرسالة من ${user}`,
    more: "رسائل أقدم",
    clear: "مسح كل الرسائل",
    clearTitle: "مسح كل الرسائل؟",
    clearText: "كل ما قيل اليوم يخرج من كل صفحة مفتوحة. يمكن استعادته خلال خمس ثوانٍ، ثم يُتلف.",
    clearYes: "مسحها كلها",
    clearType: (n) => `عدد الرسائل ${n}. اكتب هذا العدد:`,
    cancel: "إلغاء",
    topics: "المواضيع",
    topicTitle: "موضوع اليوم",
    topic: "الموضوع",
    rules: "القواعد",
    change: "تغييره للجميع",
    user: "الاسم",
    since: "منذ",
    action: "إجراء",
    banned: "قيد الحظر",
    ban: "حظر",
    unban: "رفع الحظر",
    banLabel: (user) => `حظر ${user}`,
    unbanLabel: (user) => `رفع الحظر عن ${user}`,
    banTitle: (user) => `حظر ${isolate(user)}؟`,
    banText: "تُغلق صفحاته المفتوحة فورًا، وتتوقف جلساته عن العمل.",
    page: (from, to) => (to < from ? "لا أحد بعد" : `من ${number(from)} إلى ${number(to)}`),
    previous: "السابق",
    next: "التالي",
    working: "جارٍ التنفيذ…",
    loading: "جارٍ التحميل…",
    number,
    deleted: "خرجت الرسالة من كل الصفحات.",
    cleared: "زال كل ما قيل اليوم.",
    changed: "تغيّر الموضوع للجميع.",
    wasBanned: (user) => `حُظر دخول ${isolate(user)}.`,
    wasUnbanned: (user) => `يمكن أن يعود ${isolate(user)}.`,
    linkLost: "انقطع العرض المباشر؛ يعود من تلقاء نفسه.",
  },

  day: {
    title: "اليوم حتى الآن",
    messages: "رسائل في الدقيقة",
    people: "الناس",
    refusals: "مرفوض في الدقيقة",
    byCode: "المرفوض بحسب الرمز",
    most: (n, at) => `الأكثر ${number(n)} عند ${at}`,
    none: "لا شيء حتى الآن",
    nodes: (n, shares) => `العُقد ${number(n)}: ${shares}`,
    thisNode: "على هذه العقدة",
    byStanding: "من يتكلم، في الدقيقة",
    lately: "في الدقيقة الكاملة الأخيرة",
    standings: { staff: "الفريق", regular: "المعتادون", heard: "من سُمعوا", new: "الجدد" },
  },

  find: {
    label: "يبدأ الاسم أو البريد بـ",
    sort: "الترتيب",
    by: { oldest: "الأقدم أولًا", newest: "الأحدث أولًا", name: "بحسب الاسم" },
  },

  acts: {
    label: (user) => `المزيد عن هذه الرسالة من ${user}`,
    title: (user) => `ما العمل مع ${isolate(user)}`,
    reason: "السبب إن وُجد",
    reasonHint: "يُقال لمن يعنيه، ويُحفظ في السجل.",
    mute: "كتم",
    minutes: (n) =>
      count(n, {
        zero: "دون مدة",
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
    wasMuted: (user) => `كُتم صوت ${isolate(user)}.`,
  },

  sanctions: {
    tab: "العقوبات",
    title: "المكتومون والمحظورون الآن",
    none: "لا أحد مكتوم أو محظور.",
    muted: "قيد الكتم",
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
    set: (n) => (n === 0 ? "الوضع البطيء متوقف." : `من الآن رسالة واحدة كل ${number(n)} ث.`),
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

export const embed: Catalogue["embed"] = {
  label: "الرسائل",
  moderator: "مراقب",
  admin: "مشرف",
  newDay: "منتصف الليل. زال كل ما قيل قبله.",
  cleared: "أفرغ الفريق الغرفة.",
  lost: "انقطع الاتصال، وسيعود من تلقاء نفسه.",
  closed: "الغرفة مغلقة هنا.",
  open: (host) => `Rage Room على \u2066${host}\u2069`,
};
