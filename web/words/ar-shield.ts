import type { ShieldWords } from "./en-shield.ts";
import { isolate } from "./numbers.ts";

export const shield: ShieldWords = {
  up: (until) =>
    `الدرع مرفوع حتى ${isolate(until)}: من هو جديد هنا ينتظر قبل أن يتكلم. الجميع يقرأ، ومن سُمع اليوم يتكلم كما كان.`,
  down: "أُنزل الدرع. يمكن للجميع الكلام من جديد.",
  proving: "يحسب متصفحك دليلًا على أنك لست سيلًا من الآلات…",
};
