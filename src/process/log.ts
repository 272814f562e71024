/** What the program says of itself: lines of JSON for a machine, words for somebody at a terminal. */
import pino from "pino";
import { z } from "zod";
import { plainError } from "./log-errors.ts";

const LEVELS: Record<number, string> = { 40: "Warning: ", 50: "Error: ", 60: "Error: " };
const Line = z.looseObject({
  level: z.number(),
  time: z.number(),
  msg: z.string(),
  err: z.object({ message: z.string(), stack: z.string().optional() }).optional(),
});
/** Said in the sentence, or of no use to who reads it. */
const UNSAID = new Set(["level", "time", "pid", "hostname", "msg", "err", "event"]);

/** On standard output. */
export function openLog(
  level: pino.LevelWithSilent,
  isTerminal = process.stdout.isTTY,
): pino.Logger {
  const options = { level, serializers: { err: plainError } };
  if (!isTerminal) return pino(options);
  return pino(options, { write: (line: string) => void process.stdout.write(inWords(line)) });
}

/** One of pino's lines as a person reads it: the time, the sentence, and what else it names. */
export function inWords(line: string): string {
  const { level, time, msg, err, ...rest } = Line.parse(JSON.parse(line));
  const clock = new Date(time).toLocaleTimeString("en-GB");
  const fields = Object.entries(rest)
    .filter(([name]) => !UNSAID.has(name))
    .map(([name, value]) => ` ${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("");
  const cause = err ? `\n${err.stack ?? err.message}` : "";
  return `${clock} ${LEVELS[level] ?? ""}${msg}${fields}${cause}\n`;
}
