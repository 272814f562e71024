import { words } from "../words/office-words.ts";

/** The parts of the page, in the order of their tabs. */
const SECTIONS = {
  now: { name: words.admin.now, isForAdmins: false },
  sanctions: { name: words.sanctions.tab, isForAdmins: false },
  acts: { name: words.audit.tab, isForAdmins: false },
  topics: { name: words.admin.topics, isForAdmins: true },
  people: { name: words.admin.people, isForAdmins: true },
} as const;

export type Section = keyof typeof SECTIONS;
const NAMES: readonly Section[] = ["now", "sanctions", "acts", "topics", "people"];

export const nameOf = (section: Section) => SECTIONS[section].name;

/** Moderators see what they may call. */
export function sectionsFor(isAdmin: boolean): Section[] {
  return NAMES.filter((section) => isAdmin || !SECTIONS[section].isForAdmins);
}

/** The one that the address names, else the first. */
export function sectionAt(hash: string, isAdmin: boolean): Section {
  return sectionsFor(isAdmin).find((section) => hash === `#${section}`) ?? "now";
}
