import { isolate, numbers } from "./numbers.ts";

const { number } = numbers("en", ["one", "other"]);

/** What is said where the topics of days to come are prepared. */
export const words = {
  days: "The days to come",
  daysHint: "what each of them opens with",
  from: { planned: "planned", rotation: "from the rotation", default: "the usual topic" },
  noRules: "No rules",
  rulesHint: "Left empty, the usual rules hold.",
  plan: "Plan",
  planLabel: (day: string) => `Plan a topic for ${day}`,
  other: "Plan another day",
  date: "Day",
  planned: (day: string) => `The topic of ${isolate(day)} is planned.`,
  unplanned: (day: string) => `Nothing is planned for ${isolate(day)} any more.`,
  edit: "Edit",
  editLabel: (what: string) => `Edit: ${what}`,
  remove: "Remove",
  removeLabel: (what: string) => `Remove: ${what}`,
  save: "Save",
  rotation: "The rotation",
  rotationHint: "days without a plan take these in turn",
  rotationNone: "No topics take turns: a day without a plan opens with the usual one.",
  next: "comes next",
  add: "Add a topic",
  upTitle: "Move up",
  downTitle: "Move down",
  up: (topic: string) => `Move up: ${topic}`,
  down: (topic: string) => `Move down: ${topic}`,
  moved: (place: number, of: number) => `Now at place ${number(place)} of ${number(of)}.`,
  changed: "The rotation is changed.",
  full: (most: number) => `The rotation holds ${number(most)} topics, and no more.`,
};

export type TopicWords = typeof words;
