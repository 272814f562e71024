/** What a chat shows, line by line, above what is being typed. */
import type { Interface } from "node:readline";
import { printable } from "./chat-printable.ts";

/** Home, and everything away: what is seen, and what was scrolled out of sight. */
const EMPTY = "\x1b[H\x1b[2J\x1b[3J";
const TO_START_OF_LINE = "\r\x1b[K";

export class ChatScreen {
  readonly isTerminal: boolean;
  readonly #lines: Interface;

  constructor(lines: Interface, isTerminal: boolean) {
    this.#lines = lines;
    this.isTerminal = isTerminal;
  }

  /** The one door to the terminal: whatever a text holds, what leaves here moves and colours nothing. */
  show(text: string): void {
    process.stdout.write(`${this.isTerminal ? TO_START_OF_LINE : ""}${printable(text)}\n`);
    if (this.isTerminal) this.#lines.prompt(true);
  }

  /** What a script is not to take for something that was said. */
  note(text: string): void {
    if (this.isTerminal) this.show(`* ${text}`);
    else process.stderr.write(`${printable(text)}\n`);
  }

  ask(prompt: string): void {
    if (!this.isTerminal) return;
    this.#lines.setPrompt(printable(prompt));
    process.stdout.write(TO_START_OF_LINE);
    this.#lines.prompt(true);
  }

  /** What was said is gone, from a terminal's memory too. */
  empty(): void {
    if (this.isTerminal) process.stdout.write(EMPTY);
  }
}
