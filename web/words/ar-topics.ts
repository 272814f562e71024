import type { TopicWords } from "./en-topics.ts";
import { isolate, numbers } from "./numbers.ts";

const { number } = numbers("ar-u-nu-latn");

export const words: TopicWords = {
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
