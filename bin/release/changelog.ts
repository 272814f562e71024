/** CHANGELOG.md, in the form of keepachangelog.com. */
import { z } from "zod";

/** By semver.org; without build metadata, of which a file's name could not hold the plus everywhere. */
const VERSION = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;
const KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

/** What the changelog says of a version. Throws, in one sentence, where it is no version to release. */
export function notesOf(version: string, changelog: string): string {
  if (!VERSION.test(version)) throw new Error(`${version} is no version such as 1.2.3.`);
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section for ${version}.`);
  const [heading = "", ...lines] = section.split("\n");
  const [, day] = / - (\S+)$/.exec(heading) ?? [];
  if (!z.iso.date().safeParse(day).success) {
    throw new Error(`CHANGELOG.md does not say on which day ${version} is released.`);
  }
  const notes = lines.join("\n").trim();
  const kinds = [...notes.matchAll(/^### (.+)$/gm)].map(([, kind = ""]) => kind);
  const unknown = kinds.find((kind) => !KINDS.includes(kind));
  if (unknown !== undefined) throw new Error(`“${unknown}” is no kind of change.`);
  if (!/^- /m.test(notes)) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return `${notes}\n`;
}
