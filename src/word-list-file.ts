/** The operator's file of words that are not said in the room. */
import { readFileSync } from "node:fs";
import { isWord } from "./room/word-list.ts";

const HEAD = /^\[[A-Za-z-]{2,35}\]$/;

/** The entries, without comments and heads. Throws an Error that says what is wrong; it names lines, never a word. */
export function readWordList(path: string): string[] {
  const entries = new Map(
    textOf(path)
      .split(/\r\n|\r|\n/)
      .map((line, index) => [index + 1, line.replace(/(^|\s)#.*$/, "").trim()] as const)
      .filter(([, entry]) => entry !== "" && !HEAD.test(entry)),
  );
  const short = [...entries].filter(([, entry]) => !isWord(entry)).map(([line]) => line);
  if (short.length > 0) {
    throw new Error(`${path}: an entry needs at least three letters: line ${short.join(", ")}`);
  }
  return [...entries.values()];
}

function textOf(path: string): string {
  const bytes = bytesOf(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`${path} is not UTF-8`);
    throw error;
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
