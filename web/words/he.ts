import type { Catalogue } from "./english.ts";
import { isolate, numbers } from "./numbers.ts";

export const name = "עברית";
export const direction = "rtl";
export const needsScript = "הדף הזה צריך JavaScript.";
export const speakingNeedsScript = "לקריאה זה מספיק; כדי לדבר כאן הדף צריך JavaScript.";
export const plurals = ["one", "two", "other"] as const;

const { number, count } = numbers("he", plurals);
const newMessages = { one: "הודעה חדשה אחת", two: "שתי הודעות חדשות", other: "# הודעות חדשות" };
const messages = (n: number) =>
  count(n, { one: "הודעה אחת", two: "שתי הודעות", other: "# הודעות" });
const removed = (n: number) =>
  count(n, { one: "הודעה אחת הוסרה.", two: "שתי הודעות הוסרו.", other: "# הודעות הוסרו." });
const minutes = (n: number) => count(n, { one: "דקה אחת", two: "שתי דקות", other: "# דקות" });
const seconds = (n: number) => count(n, { one: "שנייה אחת", two: "שתי שניות", other: "# שניות" });
const people = (n: number) => count(n, { one: "אדם אחד", two: "שני אנשים", other: "# אנשים" });

export const words: Catalogue["words"] = {
  brand: "Rage Room",

  head: {
    here: (n) => `${number(n)} כאן`,
    number,
    gone: "נמחק בעוד",
    city: (city) => `חצות ב־${isolate(city)}`,
    otherZone: (zone) => `חצות לפי ${isolate(zone)}`,
    yours: (midnight, time) => `${midnight} (${time} אצלך)`,
    more: "עוד",
    less: "פחות",
    fuse: (percent) => `נשארו ${number(percent)} אחוז מהיום`,
    signIn: "כניסה",
    signOut: "יציאה",
    account: (user) => `${user}, החשבון שלך`,
    admin: "ניהול",
    skip: "ישר להודעה שלך",
    keys: "מקשים",
  },

  log: {
    label: "הודעות",
    midnight: (midnight) => `כל מה שכאן נמחק ב${midnight}.`,
    entering: "נכנסים…",
    empty: "עוד לא נאמר כאן כלום היום.",
    emptyHint: "כתבו מה שיושב על הלב. בחצות זה ייעלם.",
    removed: "הוסר בידי הצוות",
    hidden: "מה שכתבת מוסתר עד שהצוות יסתכל.",
    admin: "אדמין",
    moderator: "מנחה",
    reported: "דווח. הצוות יודע.",
    actsOn: (user) => `מה לעשות בהודעה של ${isolate(user)}`,
    showAll: "להציג הכול",
    showLess: "להציג פחות",
    unread: "חדש מאז שיצאת",
    pill: (n) => count(n, { one: "חדשה אחת", two: "שתיים חדשות", other: "# חדשות" }),
    pillLabel: (n) => `${count(n, newMessages)}: לסוף`,
    repliesTo: "בתשובה אל",
    named: "פונים אליך:",
    first: "המילים הראשונות היום",
    noReply: "לא להשיב לאיש",
    ignored: (n) =>
      count(n, {
        one: "שורה אחת מוסתרת, של מי שבחרת להתעלם ממנו היום.",
        two: "שתי שורות מוסתרות, של מי שבחרת להתעלם מהם היום.",
        other: "# שורות מוסתרות, של מי שבחרת להתעלם מהם היום.",
      }),
    ignoreNobody: "להציג אותן",
    toEnd: "לסוף",
    burst: (n) => count(n, newMessages),
    newTopic: (topic) => `הנושא עכשיו: ${isolate(topic)}`,
    muted: (until, reason) =>
      [
        until === undefined ? "הושתקת עד להודעה חדשה." : `הושתקת עד ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`סיבה: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "אפשר שוב לדבר.",
    removedMine: (n) =>
      count(n, {
        one: "הצוות הסיר הודעה שלך.",
        two: "הצוות הסיר שתי הודעות שלך.",
        other: "הצוות הסיר # הודעות שלך.",
      }),
    clearedEarlier: "הצוות רוקן את החדר מוקדם יותר היום.",
    earlier: "הודעות קודמות",
    slow: (n) => (n === 0 ? "המצב האיטי נגמר." : `מצב איטי: הודעה אחת כל ${number(n)} שנ׳.`),
    newDay: "חצות. כל מה שנאמר קודם נעלם.",
    cleared: "הצוות רוקן את החדר.",
    tooLong: "עבר יותר מדי זמן ואי אפשר להשלים; כך החדר נראה עכשיו.",
    notAReply: "ייתכן שאבדו הודעות בחדר: מה שנכתב כאן כבר אינו תשובה.",
    back: (n) =>
      n === 0 ? "טוב שחזרת. לא החמצת כלום." : `טוב שחזרת. בינתיים: ${count(n, newMessages)}.`,
    minutesLeft: (n) => `כל מה שכאן נעלם בעוד ${minutes(n)}.`,
  },

  outbox: {
    sending: "נשלח…",
    goes: (n) => `יישלח מעצמו בעוד ${number(n)} שנ׳`,
    waiting: "מחכה לחיבור",
    failed: (why) => `לא נשלח: ${why}`,
    midnight: "חצות הקדימה.",
    signedOut: "הכניסה שלך פגה.",
    stopped: "החדר סגור בפניך.",
    again: "שוב",
    discard: "לוותר",
  },

  composer: {
    as: "בשם",
    roll: "שם אחר",
    until: (t) => `עד ${t}`,
    untilMidnight: "עד חצות",
    keep: "לשמור להיום",
    now: (name) => `מעכשיו שמך ${isolate(name)}.`,
    label: "ההודעה שלך",
    placeholder: "להוציא הכול",
    send: "שליחה",
    seconds: (n) => `${number(n)} שנ׳`,
    wait: (n) => `אפשר לשלוח שוב בעוד ${seconds(n)}`,
    length: (used, most) => `${used} / ${number(most)}`,
    used: (n, atLeast) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "המקום עומד להיגמר.",
    tooLong: "זה ארוך מדי לשליחה.",
    cut: "רק ההתחלה נכנסת כאן; השאר נשאר בחוץ.",
    accept: "שליחה פירושה הסכמה לכללים.",
  },

  burn: {
    short: "לשרוף",
    button: "לשרוף: זה לא מגיע לשום מקום",
    done: "נשרף. זה לא יצא מהדף הזה.",
  },

  link: {
    lost: (left) => `החיבור נותק. ניסיון נוסף בעוד ${number(left)} שנ׳.`,
    why: (why, left) => `${why} ניסיון נוסף בעוד ${number(left)} שנ׳.`,
    broken: "החיבור נותק. הדף מנסה שוב מעצמו.",
    trying: "החיבור נותק. מנסים עכשיו…",
    blocked: "הרשת הזאת, או הפרוקסי של השרת, לא מעבירים WebSocket: אפשר לקרוא, אבל לא לדבר.",
    now: "לנסות עכשיו",
    notDone: "לא נעשה: אין חיבור. נסו שוב כשיחזור.",
    old: "הדף הזה ישן מהחדר. הטיוטה שלך נשארת גם אחרי טעינה מחדש.",
    reload: "טעינה מחדש",
    banned: (until, reason) =>
      [
        until === undefined ? "נחסמת עד להודעה חדשה." : `נחסמת עד ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`סיבה: ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "אם נראה לך שזו טעות, אפשר לפנות למי שמפעיל את החדר.",
    banOver: "החסימה נגמרה.",
    closed: {
      1001: "החדר מופעל מחדש.",
      1002: "הדף והחדר לא מבינים זה את זה. טענו את הדף מחדש.",
      1009: "זה היה גדול מדי לחדר.",
      1013: "החדר מלא.",
      4000: "החדר לא שמע כלום מהדף הזה.",
      4001: "נחסמת. החדר סגור בפניך.",
      4002: "הכניסה שלך פגה; ממשיכים כאן בשם של אורח.",
    },
  },

  refused: {
    invalid: "החדר לא הבין את זה.",
    empty: "אין כלום בהודעה הזאת.",
    too_long: "ההודעה ארוכה מדי.",
    too_many_lines: "בהודעה יש יותר מ־20 שורות.",
    control_character: "אי אפשר לשלוח תווי בקרה.",
    not_allowed: "את המילה הזאת לא אומרים כאן.",
    not_plannable: "אפשר לתכנן נושא ממחר, ועד שנה קדימה.",
    rate_limited: "זה היה הרבה לדקה אחת.",
    banned: "החשבון הזה חסום.",
    muted: "הושתקת.",
    slow_mode: "המצב האיטי פועל.",
    proof_required: "הדפדפן שלך לא הצליח לחשב את ההוכחה שהמגן מבקש.",
    shield_up: "חשבונות חדשים מחכים כל עוד המגן מורם.",
    newcomer:
      "הרבה חדשים מדברים בבת אחת, אז מחכים לתור. בהודעות של חדשים אין קישורים, ואין גושים של אותיות גדולות או אימוג׳י.",
    repeated: "זה נאמר הרגע. אמרו את זה במילים אחרות.",
    name_taken: "השם הזה שייך למישהו אחר.",
    email_taken: "לכתובת הדוא״ל הזאת כבר יש חשבון.",
    username_taken: "שם המשתמש תפוס, או דומה מדי לשם תפוס.",
    wrong_credentials: "כתובת הדוא״ל והסיסמה לא מתאימות.",
    wrong_password: "זו לא הסיסמה שלך.",
    code_needed: "החשבון שלך מבקש גם קוד: מהאפליקציה, או קוד שחזור.",
    wrong_code: "הקוד שגוי, או שכבר השתמשו בו.",
    common_password: "זו אחת הסיסמאות הראשונות שכל אחד ינסה. בחרו אחרת.",
    too_many_attempts: "יותר מדי ניסיונות כניסה שנכשלו.",
    not_signed_in: "צריך להיכנס קודם.",
    not_admin: "רק לאדמין מותר.",
    not_staff: "רק לאדמינים ולמנחים מותר.",
    admin_protected: "אי אפשר לעשות את זה לאדמין או למנחה.",
    last_admin: "אי אפשר להסיר את האדמין האחרון.",
    not_found: "זה כבר לא שם.",
    setup_closed: "קישור ההקמה הזה נוצל או פג.",
    zone_fixed: "אזור הזמן של החדר לא משתנה: הוא נקבע בהפעלה, או שכבר נאמר משהו היום.",
    reset_closed: "הקישור הזה נוצל או פג. בקשו חדש.",
    busy: "החדר עמוס מדי כרגע.",
    unavailable: "החדר לא יכול לשמור כלום כרגע.",
  },

  problem: {
    unreachable: { title: "אין חיבור", detail: "אי אפשר להגיע לחדר כרגע." },
    part: "החלק הזה של הדף לא הגיע. נסו שוב.",
    retry: (left) => `נסו שוב בעוד ${seconds(left)}.`,
  },

  foot: {
    language: "שפה",
  },

  own: {
    erase: "מחיקה",
    of: (act, text) => `${act}: ${isolate(text)}`,
    sure: "למחוק אצל כולם?",
    felt: (n) =>
      n === 0
        ? "אני איתך"
        : `אני איתך: ${count(n, { one: "אדם אחד הרגיש כך", two: "שני אנשים הרגישו כך", other: "# אנשים הרגישו כך" })}`,
    forgotten: (n) =>
      `נשכח: ${count(n, { one: "הודעה אחת נעלמה.", two: "שתי הודעות נעלמו.", other: "# הודעות נעלמו." })}`,
  },

  undo: { action: "ביטול", deleted: "נמחק.", back: "חזר." },

  shield: {
    up: (until) =>
      `המגן מורם עד ${isolate(until)}: מי שחדש כאן מחכה לפני שידבר. כולם קוראים, ומי שכבר נשמע היום מדבר כרגיל.`,
    down: "המגן ירד. כולם שוב יכולים לדבר.",
    proving: "הדפדפן שלך מחשב הוכחה שזה לא מבול של מכונות…",
  },

  picker: {
    title: "אימוג׳י",
  },

  cool: {
    title: "דקה להירגע",
    close: "חזרה לחדר",
  },

  invite: { title: "הזמנה" },

  settings: { title: "הגדרות" },

  help: {
    title: "עזרה",
    lead: "יש ימים שחדר לא מספיק להם. כאן יש עם מי לדבר.",
  },

  forget: {
    title: "איך אנחנו שוכחים",
  },

  receipt: {
    line: (n) =>
      `${count(n, { one: "הודעה אחת מהיום הקודם: הושמדה, חיפשנו אותה ולא מצאנו.", two: "שתי הודעות מהיום הקודם: הושמדו, חיפשנו אותן ולא מצאנו.", other: "# הודעות מהיום הקודם: הושמדו, חיפשנו אותן ולא מצאנו." })}`,
  },
};

export const account: Catalogue["account"] = {
  account: {
    title: "החשבון שלך",
    tab: "החשבון שלך: Rage Room",
    as: (user, email) => `בפנים בשם ${isolate(user)}, ${isolate(email)}`,
    loading: "נטען…",
  },

  password: {
    title: "החלפת סיסמה",
    ends: "כל הכניסות הקודמות ייפסקו; זו תמשיך.",
    current: "הסיסמה הנוכחית",
    action: "להחליף",
    done: "הוחלפה. כל הכניסות הקודמות נפסקו.",
  },

  signIns: {
    title: "איפה החשבון מחובר",
    hint: "שומרים את השעה העגולה, ושום דבר אחר.",
    since: (when) => `מאז ${isolate(when)}`,
    used: (when) => `שימוש אחרון ${isolate(when)}`,
    here: "הכניסה הזאת",
    endLabel: (when) => `לנתק את הכניסה מאז ${when}`,
    ended: "נותק.",
    everywhere: "יציאה מכל מקום",
  },

  secondStep: {
    title: "שלב שני",
    text: "מלבד הסיסמה, החשבון יבקש קוד שאפליקציה בטלפון שלך מציגה. מי שיגלה את הסיסמה לא ייכנס.",
    start: "להפעיל",
    scan: "סרקו את זה באפליקציית אימות, או הקלידו בה את המפתח. אחר כך כתבו את הקוד שיופיע.",
    qr: "המפתח כקוד QR",
    key: "מפתח",
    confirm: "להדליק",
    on: "פועל.",
    left: (n) =>
      count(n, {
        one: "נשאר קוד שחזור אחד.",
        two: "נשארו שני קודי שחזור.",
        other: "נשארו # קודי שחזור.",
      }),
    codes: "קודי שחזור",
    codesText: "כל אחד מהם עובד פעם אחת במקום האפליקציה. הם לא יוצגו שוב: רשמו אותם.",
    kept: "רשמתי אותם",
    anyCode: "קוד מהאפליקציה, או קוד שחזור",
    renew: "קודי שחזור חדשים",
    off: "לכבות את השלב השני",
    isOff: "כבוי.",
  },

  leave: {
    title: "מחיקת החשבון",
    text: "החשבון וכל מה שכתבת היום יושמדו, מיד ולתמיד. השם שלך יתפנה.",
    confirm: (user) => `כדי להמשיך, כתבו ${isolate(user)}`,
    another: "זה שם אחר.",
    action: "למחוק לתמיד",
  },
};

export const keys: Catalogue["keys"] = {
  keys: {
    toMessages: "אל ההודעות",
    walk: "מהודעה להודעה",
    firstAndLast: "אל הראשונה והאחרונה שמוצגות",
    menu: "מה אפשר לעשות בהודעה",
    leave: "חזרה להודעה שלך; משם, לסוף החדר",
    write: "אל ההודעה שלך",
    list: "הרשימה הזאת",
    hold: "לעצור את ההודעות כל עוד הוא לחוץ (לצוות)",
    single: "מקשים של תו אחד פועלים כשלא כותבים",
  },
};

export const forgetting: Catalogue["forgetting"] = {
  forget: {
    gone: (midnight) => `מה נמחק ב${midnight}`,
    messages: "כל הודעה: במסד הנתונים של החדר ובכל דף פתוח.",
    guests: "כל אורח: מחר איש כאן לא יוכל לדעת מי היית היום.",
    stays: "מה נשאר",
    accounts: "חשבונות, ומי חסום. אף פעם לא מה שנאמר.",
    drafts: "מה שכתבת ולא שלחת נשאר בדפדפן שלך.",
    cannot: "מה שאיננו יכולים להבטיח",
    screenshots: "צילומי מסך, והעתקים שמישהו בחדר עשה.",
    snapshots: "העתקים שמארח השרת עושה בעצמו, כמו תמונות מצב וגיבויים של הדיסק.",
    memory: "העתקים בזיכרון של השרת, עד שישתמשו בו שוב.",
    me: "לשכוח אותי עכשיו",
    lead: "מוחק את כל מה שכתבת היום, מכל המסכים.",
    sure: "למחוק הכול?",
  },

  mood: {
    ask: "איך יוצאים מהיום שנגמר?",
    angrier: "עם יותר כעס",
    same: "אותו דבר",
    calmer: "עם יותר רוגע",
    thanks: "נספר, ושום דבר אחר לא נשמר מזה.",
  },

  receipt: {
    title: (day, zone) => `סופו של ${isolate(day)}, ${isolate(zone)}`,
    destroyed: (sent, of) => `הושמדו: ${messages(sent)} של ${people(of)}.`,
    clean: (ms) =>
      `אחר כך חיפשנו מה נשאר, ולא מצאנו כלום. זה ארך ${count(ms, { one: "אלפית שנייה אחת", two: "שתי אלפיות שנייה", other: "# אלפיות שנייה" })}.`,
    unclean: "אחר כך חיפשנו מה נשאר, ומשהו עוד היה שם.",
    moods: ({ angrier, same, calmer }) =>
      `מבין העונים: ${number(angrier)} עם יותר כעס, ${number(same)} אותו דבר, ${number(calmer)} עם יותר רוגע.`,
    nothing: "לא נמצא כלום",
    methods: {
      key: "מפתח היום הושמד",
      overwritten: "השורות נדרסו ויומן הכתיבה המקדימה רוקן",
      unlinked: "קובצי הטבלאות הוסרו",
      deleted: "השורות נמחקו",
    },
    checks: {
      rows: "שורות של אותו יום במסד הנתונים",
      key: "דגימות שמפתח שבידינו עוד פותח",
      files: "דגימות בקובצי מסד הנתונים",
      wal: "שאריות ביומן הכתיבה המקדימה",
      replaced: "טבלאות שעוד נמצאות בקובץ הישן",
      unlinked: "בתים בקובץ הישן",
    },
  },
};

export const reader: Catalogue["reader"] = {
  menu: {
    reply: "תשובה",
    copy: "העתקה",
    copied: "הועתק.",
    notCopied: "הדפדפן הזה לא מאפשר העתקה כאן. סמנו את הטקסט והעתיקו ידנית.",
    report: "דיווח",
    ignore: "להתעלם היום",
    ignored: (user) => `${isolate(user)} מחוץ לטווח הראייה עד חצות, כל עוד זה השם.`,
  },

  choices: {
    lead: "נשמר בדפדפן הזה בלבד. מה שלא שינית הולך לפי המערכת שלך.",
    rows: { theme: "צבעים", letters: "אותיות", lines: "שורות", view: "הודעות", sound: "צליל" },
    without: {
      theme: "כמו במערכת",
      letters: "רגילות",
      lines: "מרווחות",
      view: "כולן",
      sound: "כבוי",
    },
    light: "בהיר",
    dark: "כהה",
    large: "גדולות",
    largest: "הכי גדולות",
    compact: "צפופות",
    quiet: "בשקט: אחת בכל שתי שניות, זו שהכי הרבה הרגישו",
    sound: "בהודעה החדשה הראשונה כשמבטי במקום אחר",
  },

  quiet: "תצוגה שקטה: הודעה אחת בכל שתי שניות.",

  coolOffer: { line: "אם מתאים לך, יש כאן דקה להירגע.", no: "לא עכשיו" },

  breathing: {
    lead: "שש נשימות איטיות. הן לא פותרות כלום; הן דקה של שקט.",
    breatheIn: "לשאוף",
    breatheOut: "לנשוף, לאט",
    left: (left) =>
      count(left, { one: "נשארה שנייה אחת", two: "נשארו שתי שניות", other: "נשארו # שניות" }),
    done: "זו הייתה דקה. אפשר להישאר כמה שרוצים.",
  },

  emoji: {
    search: "חיפוש אימוג׳י",
    found: (n) =>
      n === 0
        ? "לא נמצא כלום"
        : count(n, { one: "נמצא אחד", two: "נמצאו שניים", other: "נמצאו #" }),
    groups: [
      "כעס",
      "פרצופים ורגשות",
      "אנשים",
      "חיות וטבע",
      "אוכל ושתייה",
      "נסיעות ומקומות",
      "פעילויות",
      "דברים",
      "סמלים",
    ],
  },
};

export const setup: Catalogue["setup"] = {
  setup: {
    title: "פתיחת החדר שלך",
    lead: "טופס אחד, ונכנסים. החשבון שנוצר כאן מפעיל את החדר.",
    topic: "הנושא של היום",
    topicHint: "על מה פורקים היום. אפשר לשנות בכל רגע.",
    rules: "כללים",
    rulesHint: "אפשר להשאיר ריק.",
    zone: "אזור הזמן של חצות",
    zoneHint: "בחצות שם, כל מה שנאמר מושמד.",
    midnight: (when, left) => `חצות הבאה: ${when} אצלך, בעוד ${left}`,
    browsers: (zone) => `לפי הדפדפן הזה: ${isolate(zone)}`,
    fixed: {
      variable: "TIMEZONE קובע אותו, במקום שבו החדר מופעל.",
      said: "כבר נאמר משהו היום, ולכן חצות של היום לא משתנה.",
    },
    action: "לפתוח את החדר",
    spentTitle: "קישור ההקמה הזה נוצל",
    spent: "השתמשו בו, או שהשעה שלו עברה.",
    spentIn: "אם כבר יש אדמין ראשון, אפשר להיכנס.",
    spentAgain: "אם אין, עצרו את החדר והפעילו אותו שוב: הוא ידפיס קישור אחר.",
    again: "לנסות שוב",
  },

  signedIn: {
    as: (user) => `בפנים בשם ${isolate(user)}.`,
    account: "החשבון שלך",
  },

  steps: {
    title: "החדר שלך פתוח",
    lead: "שלושה דברים שעוזרים, מתי שנוח:",
    topics: "להכין נושאים לימים הבאים",
    moderator: "למנות מנחה, אחרי שנפתח לו חשבון",
    link: "להעביר את הקישור לחדר או את קוד ה־QR שלו",
    hide: "להסתיר את הרשימה",
  },

  invite: {
    lead: "מי שיש לו את הקישור יכול לקרוא מיד, ולדבר בלי חשבון.",
    link: "הקישור לחדר",
    copy: "העתקת הקישור",
    copied: "הועתק.",
    byHand: "ההעתקה לא הצליחה. הקישור מסומן: העתיקו ידנית.",
    share: "שיתוף",
    code: (link) => `קוד QR של ${link}`,
    here: "הכתובת הזאת עובדת רק במחשב הזה. פתחו את החדר בכתובת שלו מבחוץ, והזמינו משם.",
  },
};

export const staff: Catalogue["staff"] = {
  act: {
    delete: "מחיקה",
    deleteAll: "למחוק את כל מה שכתבו",
    mute: "השתקה",
    minutes: (n) => `${number(n)} דק׳`,
    midnight: "חצות",
    ban: "חסימה",
  },

  done: {
    delete: "נמחק.",
    deleteAll: (n) =>
      count(n, { one: "הודעה אחת נמחקה.", two: "שתי הודעות נמחקו.", other: "# הודעות נמחקו." }),
    mute: (user, until) => `השתקת את ${isolate(user)} עד ${isolate(until)}.`,
    muteOpen: (user) => `השתקת את ${isolate(user)} עד שתוסר ההשתקה.`,
    ban: (user, until, n) => `חסמת את ${isolate(user)} עד ${isolate(until)}. ${removed(n)}`,
    banOpen: (user, n) => `חסמת את ${isolate(user)} עד שתוסר החסימה. ${removed(n)}`,
    undone: "חזר.",
    lifted: (user) => `אפשר שוב לשמוע את ${isolate(user)}.`,
  },

  desk: {
    label: "הנחיה",
    hold: "לעצור",
    holdHint: "לעצור את ההודעות (גם בלחיצה ממושכת על M)",
    held: (n) => (n === 0 ? "עצור" : `עצור: ${number(n)}`),
    slow: (n) => (n === 0 ? "איטי: כבוי" : `איטי: ${number(n)} שנ׳`),
    slowTitle: "כמה מחכים בין הודעה להודעה",
    seconds: (n) => (n === 0 ? "כבוי" : `${number(n)} שנ׳`),
  },

  shield: {
    title: "מגן",
    about:
      "נגד מבול של חדשים: הם מחכים לפני שידברו, כל אורח חדש מחשב הוכחה, ואיש לא פותח חשבון. מי שכבר נשמע לא מרגיש כלום. המגן נגמר מעצמו.",
    raise: "להרים מגן",
    hint: (n) => `במשך ${minutes(n)} חדשים מחכים לפני שידברו, ומוכיחים שאינם מבול`,
    up: (until, by) => `מגן עד ${isolate(until)} (${by === "staff" ? "הצוות" : "החדר"})`,
    renew: (n) => `להאריך: ${minutes(n)} מעכשיו`,
    raised: (n) => `המגן מורם למשך ${minutes(n)}.`,
    end: "להוריד מגן",
    ended: "המגן ירד.",
  },

  hidden: {
    open: (n) => count(n, { one: "מוסתרת אחת", two: "שתיים מוסתרות", other: "# מוסתרות" }),
    title: "מה שחדשים אמרו לפני המגן",
    about: (n) =>
      `${count(n, { one: "הודעה אחת של חדש, מהדקה שלפני המגן, מוסתרת.", two: "שתי הודעות של חדשים, מהדקה שלפני המגן, מוסתרות.", other: "# הודעות של חדשים, מהדקה שלפני המגן, מוסתרות." })} כך זה נשאר עד שתחליטו, או עד חצות.`,
    more: (n) =>
      count(n, {
        one: "הודעה קודמת אחת לא מוצגת כאן",
        two: "שתי הודעות קודמות לא מוצגות כאן",
        other: "# הודעות קודמות לא מוצגות כאן",
      }),
    keepLabel: (n) => `להשאיר ${messages(n)}`,
    kept: "הן שוב במקומן.",
    removeLabel: (n) => `להסיר ${messages(n)}`,
    removed,
  },

  reports: {
    open: (n) =>
      n === 0
        ? "אין דיווחים"
        : count(n, { one: "דיווח אחד", two: "שני דיווחים", other: "# דיווחים" }),
    title: "הודעות שדווחו",
    close: "סגירה",
    none: "אין שום דיווח.",
    count: people,
    hidden: "מוסתר",
    keep: "להשאיר",
    keepLabel: (user) => `להשאיר את ההודעה של ${isolate(user)}`,
    kept: "נשאר.",
    remove: "להסיר",
    removeLabel: (user) => `להסיר את ההודעה של ${isolate(user)}`,
    removed: "הוסר.",
  },
};

export const topics: Catalogue["topics"] = {
  days: "הימים הבאים",
  daysHint: "במה נפתח כל אחד מהם",
  from: { planned: "מתוכנן", rotation: "מהסבב", default: "הנושא הרגיל" },
  noRules: "בלי כללים",
  rulesHint: "אם ריק, חלים הכללים הרגילים.",
  plan: "לתכנן",
  planLabel: (day) => `לתכנן נושא ל־${day}`,
  other: "לתכנן יום אחר",
  date: "יום",
  planned: (day) => `הנושא של ${isolate(day)} מתוכנן.`,
  unplanned: (day) => `שום דבר כבר לא מתוכנן ל־${isolate(day)}.`,
  edit: "עריכה",
  editLabel: (what) => `עריכה: ${what}`,
  remove: "הסרה",
  removeLabel: (what) => `הסרה: ${what}`,
  save: "שמירה",
  rotation: "סבב הנושאים",
  rotationHint: "ימים בלי תכנון לוקחים מכאן לפי התור",
  rotationNone: "אין נושאים בסבב: יום בלי תכנון נפתח בנושא הרגיל.",
  next: "הבא בתור",
  add: "להוסיף נושא",
  upTitle: "למעלה",
  downTitle: "למטה",
  up: (topic) => `למעלה: ${topic}`,
  down: (topic) => `למטה: ${topic}`,
  moved: (place, of) => `עכשיו במקום ${number(place)} מתוך ${number(of)}.`,
  changed: "הסבב השתנה.",
  full: (most) => `בסבב נכנסים ${number(most)} נושאים, לא יותר.`,
};

export const office: Catalogue["office"] = {
  login: {
    notKept: "הדפדפן הזה לא שומר כלום בשביל הדף: הכניסה תפוג ברגע שתצאו ממנו.",
    tab: "כניסה: Rage Room",
    title: "כניסה אל Rage Room",
    lead: "חשבון שומר על השם שלך. כל מה שנאמר עדיין נעלם בחצות.",
    tabs: "כניסה או הרשמה",
    signIn: "כניסה",
    register: "הרשמה",
    email: "דוא״ל",
    username: "שם משתמש",
    usernameHint: "3 עד 50 אותיות באנגלית, ספרות, קווים תחתונים או מקפים. כולם רואים אותו.",
    emailHint: "לכניסה. רק אדמינים רואים אותו.",
    password: "סיסמה",
    passwordHint: (least) => `לפחות ${number(least)} תווים.`,
    show: "להציג את הסיסמה",
    hide: "להסתיר את הסיסמה",
    capsLock: "Caps Lock דולק.",
    code: "קוד",
    busy: "רגע…",
    registered: "החשבון נוצר. עכשיו אפשר להיכנס איתו.",
    back: "חזרה לחדר",
    newPassword: "סיסמה חדשה",
    resetTitle: "בחירת סיסמה חדשה",
    resetLead: "הקישור שהביא אותך לכאן עובד פעם אחת. עם הסיסמה החדשה כל כניסה קודמת נפסקת.",
    reset: "לקבוע את הסיסמה",
    resetDone: "הסיסמה נקבעה. עכשיו אפשר להיכנס איתה.",
    reasons: {
      needAdmin: "כדי לראות את הדף הזה צריך להיכנס כאדמין או כמנחה.",
      notAdmin: "הדף הזה הוא לאדמינים ולמנחים, והחשבון הזה אינו כזה.",
      needSignIn: "כדי לראות את החשבון שלך צריך להיכנס.",
    },
    needed: "זה נחוץ.",
    emailShape: "כתובת דוא״ל נראית כך: \u2066name@example.com\u2069.",
    usernameShape: "בשם משתמש יש 3 עד 50 אותיות באנגלית, ספרות, קווים תחתונים או מקפים.",
    passwordShort: (least) => `בסיסמה יש לפחות ${number(least)} תווים.`,
  },

  admin: {
    title: "ניהול: Rage Room",
    sections: "חלקים",
    nights: "לילות",
    now: "עכשיו",
    people: "אנשים",
    room: "לחדר",
    wipes: "נמחק בעוד",
    figures: "מספרים",
    here: "כאן עכשיו",
    today: "הודעות היום",
    minute: "בדקה האחרונה",
    accounts: "חשבונות",
    live: "החדר, בשידור חי",
    liveHint: "החדשות קודם; מחכה כל עוד מצביעים עליו",
    waiting: (n) =>
      count(n, {
        one: "הודעה חדשה אחת מחכה",
        two: "שתי הודעות חדשות מחכות",
        other: "# הודעות חדשות מחכות",
      }),
    quiet: "לא נאמר כלום היום.",
    delete: "מחיקה",
    deleteLabel: (user) => `למחוק את ההודעה הזאת של ${user}`,
    more: "הודעות ישנות יותר",
    clear: "למחוק את כל ההודעות",
    clearTitle: "למחוק את כל ההודעות?",
    clearText: "כל מה שנאמר היום יוצא מכל דף פתוח. במשך חמש שניות אפשר להחזיר, ואז זה מושמד.",
    clearYes: "למחוק את כולן",
    clearType: (n) => `יש ${n} הודעות. הקלידו את המספר:`,
    cancel: "ביטול",
    topics: "נושאים",
    topicTitle: "הנושא של היום",
    topic: "נושא",
    rules: "כללים",
    change: "לשנות לכולם",
    user: "שם",
    since: "מאז",
    action: "פעולה",
    banned: "בחסימה",
    ban: "חסימה",
    unban: "ביטול חסימה",
    banLabel: (user) => `לחסום את ${user}`,
    unbanLabel: (user) => `לבטל את החסימה של ${user}`,
    banTitle: (user) => `לחסום את ${isolate(user)}?`,
    banText: "הדפים הפתוחים נסגרים מיד, והכניסות מפסיקות לפעול.",
    page: (from, to) => (to < from ? "אין עוד אנשים" : `${number(from)} עד ${number(to)}`),
    previous: "הקודם",
    next: "הבא",
    working: "עובדים על זה…",
    loading: "נטען…",
    number: number,
    deleted: "ההודעה נעלמה מכל דף.",
    cleared: "כל מה שנאמר היום נעלם.",
    changed: "הנושא השתנה לכולם.",
    wasBanned: (user) => `חסמת את ${isolate(user)}.`,
    wasUnbanned: (user) => `אפשר שוב להכניס את ${isolate(user)}.`,
    linkLost: "השידור החי נקטע; הוא יחזור מעצמו.",
  },

  day: {
    title: "היום עד כה",
    messages: "הודעות בדקה",
    people: "אנשים",
    refusals: "סירובים בדקה",
    byCode: "סירובים לפי קוד",
    most: (n, at) => `לכל היותר ${number(n)}, בשעה ${at}`,
    none: "עוד אין",
    nodes: (n, shares) => `${number(n)} שרתים: ${shares}`,
    thisNode: "בשרת הזה",
    byStanding: "מי מדבר, בדקה",
    lately: "בדקה המלאה האחרונה",
    standings: { staff: "צוות", regular: "קבועים", heard: "נשמעו", new: "חדשים" },
  },

  find: {
    label: "תחילת השם או הדוא״ל",
    sort: "סדר",
    by: {
      oldest: "הוותיקים קודם",
      newest: "החדשים קודם",
      name: "לפי שם",
    },
  },

  acts: {
    label: (user) => `עוד על ההודעה הזאת של ${user}`,
    title: (user) => `מה לעשות עם ${isolate(user)}`,
    reason: "סיבה, אם יש",
    reasonHint: "נאמרת למי שזה נוגע לו, ונשמרת בין פעולות הצוות.",
    mute: "השתקה",
    minutes,
    midnight: "עד חצות",
    more: "הרחקה",
    banHint: "חסימה של אורח נמשכת עד חצות, של חשבון עד שתוסר, ולוקחת את כל מה שנכתב משם היום.",
    eraseAll: "למחוק את כל מה שכתבו",
    erasedAll: "כל מה שכתבו היום נעלם מכל דף.",
    wasMuted: (user) => `השתקת את ${isolate(user)}.`,
  },

  sanctions: {
    tab: "הגבלות",
    title: "מי בהשתקה או בחסימה עכשיו",
    none: "איש לא בהשתקה או בחסימה.",
    muted: "בהשתקה",
    until: (when) => `עד ${isolate(when)}`,
    open: "עד שתוסר",
    reason: (reason) => `סיבה: ${isolate(reason)}`,
    lift: "הסרה",
    liftLabel: (user) => `להסיר את ההגבלה של ${user}`,
    lifted: "הוסרה.",
  },

  audit: {
    tab: "פעולות",
    title: "מה הצוות עשה",
    hint: "נשמר 90 יום, אף פעם לא עם טקסט",
    none: "לא נעשה כלום.",
    older: "פעולות קודמות",
    targets: {
      message: (id) => `הודעה ${id}`,
      account: (id) => `חשבון ${id}`,
      event: (id) => `אירוע ${id}`,
    },
    acts: {
      message_erased: "הודעה נמחקה",
      sender_erased: "נמחק כל מה שמישהו כתב",
      account_deleted: "חשבון נמחק",
      reset_opened: "נוצר קישור לסיסמה חדשה",
      cleared: "החדר רוקן",
      undone: "הוחזר מה שנמחק",
      topic_set: "הנושא שונה",
      topic_planned: "תוכנן נושא ליום",
      topic_unplanned: "בוטל הנושא של יום",
      rotation_set: "סבב הנושאים שונה",
      slow_mode_set: "החדר הואט",
      slow_mode_ended: "המצב האיטי נגמר",
      shield_raised: "המגן הורם",
      shield_ended: "המגן הורד",
      hidden_kept: "הוחזר מה שהוסתר",
      hidden_removed: "הוסר מה שהוסתר",
      swept: "הוסר מה שחדשים אמרו",
      report_kept: "הודעה שדווחה נשארה",
      report_removed: "הודעה שדווחה הוסרה",
      muted: "מישהו הושתק",
      banned: "מישהו נחסם",
      unbanned: "חסימה בוטלה",
      lifted: "הגבלה הוסרה",
      admin_made: "מונה אדמין",
      admin_unmade: "הוסר אדמין",
      moderator_made: "מונה מנחה",
      moderator_unmade: "הוסר מנחה",
    },
  },

  mode: {
    slow: "מצב איטי",
    slowHint: "כמה מחכים בין הודעה להודעה, מלבד הצוות.",
    off: "כבוי",
    set: (n) => (n === 0 ? "המצב האיטי כבוי." : `מעכשיו הודעה אחת כל ${number(n)} שנ׳.`),
  },

  role: {
    button: "תפקיד",
    label: (user) => `התפקיד של ${user}`,
    title: (user) => `התפקיד של ${isolate(user)}`,
    names: { member: "חשבון רגיל", moderator: "מנחה", admin: "אדמין" },
    may: {
      member: "דיבור בשם קבוע.",
      moderator: "מחיקת הודעות, השתקה, חסימה, והאטה של החדר.",
      admin: "כל זה, וגם שינוי הנושא ובחירת הצוות.",
    },
    ends: "מי שמאבד תפקיד מנותק מכל מקום.",
    save: "לשנות את התפקיד",
    changed: (user, role) => `ל־${isolate(user)} יש עכשיו תפקיד אחר: ${role}.`,
  },

  owner: {
    button: "חשבון",
    label: (user) => `החשבון של ${user}`,
    title: (user) => `החשבון של ${isolate(user)}`,
    resetTitle: "סיסמה שנשכחה",
    resetText:
      "קישור שאיתו בוחרים סיסמה חדשה. הוא טוב פעם אחת, למשך שעה: אל תתנו אותו לאיש אחר. שלב שני נשאר פועל.",
    reset: "ליצור קישור",
    link: "קישור לסיסמה חדשה",
    copy: "העתקה",
    copied: "הועתק.",
    made: "נוצר. הקודם כבר לא עובד.",
    deleteText: "החשבון וכל מה שנכתב ממנו היום מושמדים, מיד ולתמיד.",
    deleted: (user) => `החשבון של ${isolate(user)} נעלם.`,
  },
};

export const embed: Catalogue["embed"] = {
  label: "הודעות",
  moderator: "מנחה",
  admin: "אדמין",
  newDay: "חצות. כל מה שנאמר קודם נעלם.",
  cleared: "הצוות רוקן את החדר.",
  lost: "החיבור נותק. הוא יחזור מעצמו.",
  closed: "החדר סגור כאן.",
  open: (host) => `Rage Room בכתובת \u2066${host}\u2069`,
};
