import type { Language } from "../../web/words/catalogues.ts";
import { choose, directionOf } from "../../web/words/languages.ts";
import { Refusal } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import type { Pages } from "./api.ts";
import { type RoomView, roomMarkup } from "./room-markup.ts";

const MINUTE_MS = 60_000;
/** As many of the day's last messages as fill a tall window. */
const MESSAGES = 50;

/**
 * What keeps copies of pages, or shows parts of them elsewhere, is given none of what is said: a copy
 * would outlive midnight. Those that hide their name are held to the page's own word, `noarchive`.
 */
const COPIES = /bot|crawl|spider|slurp|archive|preview|facebookexternalhit|scrap/i;

interface Form {
  html: string;
  packed: Uint8Array<ArrayBuffer>;
}

/**
 * The room's page with the room in it, in the reader's language, for whoever has no script or no
 * socket yet. Made at most once a change, minute and language, however many ask; what was made is
 * let go of with the next change, the end of the day among them.
 */
export class RoomPage {
  readonly #room: Pick<Room, "today" | "history" | "listen">;
  readonly #pages: Promise<Pages>;
  #view: { day: string; read: Promise<RoomView> } | undefined;
  readonly #forms = new Map<string, Promise<Form>>();
  #minute = 0;

  constructor(room: Pick<Room, "today" | "history" | "listen">, pages: Promise<Pages>) {
    this.#room = room;
    this.#pages = pages;
    room.listen(() => this.#letGo());
  }

  async respond({ headers }: Request): Promise<Response> {
    const form = await this.#form(
      languageOf(headers.get("accept-language") ?? ""),
      COPIES.test(headers.get("user-agent") ?? ""),
    );
    const isPacked = /\bgzip\b(?!\s*;\s*q=0)/i.test(headers.get("accept-encoding") ?? "");
    return new Response(isPacked ? form.packed : form.html, {
      headers: {
        "content-type": "text/html;charset=utf-8",
        "cache-control": "no-store",
        vary: "Accept-Encoding, Accept-Language, User-Agent",
        ...(isPacked && { "content-encoding": "gzip" }),
      },
    });
  }

  #letGo(): void {
    this.#view = undefined;
    this.#forms.clear();
  }

  #form(language: Language, isCopied: boolean): Promise<Form> {
    const today = this.#room.today();
    if (this.#view?.day !== today.date) this.#letGo();
    const left = Date.parse(today.wipes_at) - Date.parse(today.time);
    const minute = Math.ceil(left / MINUTE_MS);
    if (minute !== this.#minute) this.#forms.clear();
    this.#minute = minute;
    const key = `${language} ${isCopied}`;
    const made = this.#forms.get(key) ?? this.#make(language, isCopied, Math.ceil(left / 1_000));
    this.#forms.set(key, made);
    return made;
  }

  async #make(language: Language, isCopied: boolean, secondsLeft: number): Promise<Form> {
    this.#view ??= { day: this.#room.today().date, read: this.#read() };
    const { today, messages } = await this.#view.read;
    const shown = { today, messages: isCopied ? [] : messages };
    // Loaded by the first reader: a start does not wait for the words of every language.
    const { catalogues } = await import("../../web/words/catalogues.ts");
    const markup = roomMarkup(shown, catalogues[language]);
    const page = await (await this.#pages).respond(new Request("http://room/"))?.text();
    const html = (page ?? "")
      .replace('<html lang="en">', () => `<html lang="${language}"${direction(language)}>`)
      .replace("</head>", () => `${emptiedAfter(secondsLeft)}</head>`)
      .replace(/<noscript>[^<]*<\/noscript>(?=\s*<\/body>)/, () => markup);
    return { html, packed: Bun.gzipSync(html) };
  }

  /** Where the store cannot be asked, the topic is still known; that is asked again for the next one. */
  async #read(): Promise<RoomView> {
    const today = this.#room.today();
    try {
      return { today, messages: await this.#room.history(MESSAGES) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#letGo();
      return { today, messages: [] };
    }
  }
}

const direction = (language: Language) => (directionOf(language) === "rtl" ? ' dir="rtl"' : "");

/** A page without a script forgets at midnight by being asked for again. */
function emptiedAfter(seconds: number): string {
  return `<noscript><meta http-equiv="refresh" content="${seconds}"></noscript>`;
}

/** The first of an Accept-Language header that the pages speak; browsers name the best first. */
function languageOf(header: string): Language {
  const tags = header.split(",").map((part) => part.split(";", 1)[0]?.trim() ?? "");
  return choose(tags, tags).language;
}
