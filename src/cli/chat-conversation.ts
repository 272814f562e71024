/** What happens in the room, as sentences; and what is typed, as what is said. */
import type { Interface } from "node:readline";
import {
  countdown,
  type LinkState,
  type MessageEvent,
  type Options,
  type Room,
  type Said,
} from "../../client/index.ts";
import { ServerEvent } from "../wire/frames.ts";
import { indented, oneLine } from "./chat-printable.ts";
import type { ChatScreen } from "./chat-screen.ts";

const PROMPT_EVERY_MS = 60_000;
const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

export class Conversation {
  readonly #screen: ChatScreen;
  readonly #url: string;
  readonly #over = Promise.withResolvers<string | undefined>();
  #room: Room | undefined;
  #wasIn = false;
  #isLost = false;
  /** Why something was not said; the last of them. */
  #refused: string | undefined;

  constructor(screen: ChatScreen, url: string) {
    this.#screen = screen;
    this.#url = url;
  }

  /** What the room tells is shown. */
  get options(): Options {
    return {
      message: (message, about) => this.#heard(message, about),
      isSound: (event) => ServerEvent.safeParse(event).success,
      linkChanged: (state) => this.#linkChanged(state),
      signedOut: () => this.#screen.note("The sign-in is over. You go on as a guest."),
      on: {
        welcome: ({ recovered }) => this.#welcome(recovered),
        topic: () => this.#tell(),
        cleared: ({ day }) => this.#cleared(day),
        deleted: () => this.#screen.note("A message was deleted."),
        removed: ({ ids }) => this.#screen.note(`${ids.length} messages were removed.`),
        forgotten: ({ count }) => this.#screen.note(`${count} messages of yours are gone.`),
        you: ({ you }) => this.#screen.note(`You are ${oneLine(you.name)} now.`),
        mode: ({ slow_seconds }) => this.#screen.note(slowness(slow_seconds)),
        muted: ({ until, reason }) => this.#screen.note(sanction("muted", until, reason)),
        banned: ({ until, reason }) => this.#screen.note(sanction("banned", until, reason)),
        waiting: ({ seconds }) => this.#screen.note(waits(seconds)),
      },
    };
  }

  /** Says what comes line by line. Resolves once it is over: to why, where it is not well. */
  async hold(room: Room, lines: Interface): Promise<string | undefined> {
    this.#room = room;
    const timer = setInterval(() => this.#prompt(), PROMPT_EVERY_MS);
    lines.on("SIGINT", () => this.#over.resolve(undefined));
    // Whoever read it is gone.
    process.stdout.on("error", () => this.#over.resolve(undefined));
    void this.#sayAll(room, lines);
    const why = await this.#over.promise;
    clearInterval(timer);
    room.leave();
    return why;
  }

  async #sayAll(room: Room, lines: Interface): Promise<void> {
    for await (const line of lines) {
      if (line.trim() === "") this.#prompt();
      else if (this.#screen.isTerminal && line.startsWith("/")) this.#obey(line.trim());
      else await this.#say(room, line);
    }
    this.#over.resolve(this.#screen.isTerminal ? undefined : this.#refused);
  }

  async #say(room: Room, line: string): Promise<void> {
    this.#prompt();
    let said: Said = await room.say(line);
    // Too fast for the room: it is as slow as the room wants it. Nothing of it was stored.
    while (!said.isStored && said.refused?.code === "rate_limited") {
      await Bun.sleep((said.refused.retry_after ?? 1) * 1_000);
      said = await room.say(line);
    }
    if (said.isStored) return;
    this.#refused = `Not said: ${oneLine(said.why)}`;
    this.#screen.note(this.#refused);
  }

  #obey(command: string): void {
    if (command === "/quit") this.#over.resolve(undefined);
    else if (command === "/topic") this.#tell();
    else if (command === "/forget") this.#room?.send({ type: "forget" });
    else this.#screen.note(`${command} is none of /topic, /forget and /quit.`);
  }

  #heard(message: MessageEvent, about: { isMine: boolean; isBacklog: boolean }): void {
    // At a terminal it stands there as it was typed.
    if (this.#screen.isTerminal && about.isMine && !about.isBacklog) return;
    const { user, kind, text, timestamp } = message;
    const badge = kind === "admin" || kind === "moderator" ? ` (${kind})` : "";
    this.#screen.show(`${clock(timestamp)} ${oneLine(`${user}${badge}`)}: ${indented(text)}`);
  }

  #welcome(isRecovered: boolean): void {
    if (this.#isLost) this.#screen.note("You are back.");
    if (this.#wasIn && !isRecovered)
      this.#screen.note("Too much was missed: this is the room now.");
    if (!this.#wasIn) {
      this.#tell();
      this.#screen.note(`You are ${oneLine(this.#room?.you?.name ?? "")}.`);
    }
    this.#wasIn = true;
    this.#isLost = false;
    this.#prompt();
  }

  #tell(): void {
    const today = this.#room?.today;
    if (!today) return;
    this.#screen.note(`Today: ${oneLine(today.topic)}`);
    if (today.rules !== "") this.#screen.note(`Rules: ${oneLine(today.rules)}`);
    this.#screen.note(`${this.#left()} to midnight in ${oneLine(today.timezone)}.`);
  }

  #cleared(day: string): void {
    this.#screen.empty();
    this.#screen.note(`The room is empty. It is ${oneLine(day)}.`);
    this.#prompt();
  }

  #linkChanged(state: LinkState): void {
    if (state.is === "ended") this.#over.resolve(oneLine(state.why.reason));
    if (state.is !== "waiting") return;
    const why = state.why ? oneLine(state.why.reason) : "There is no connection.";
    // What never answered is rather another address than a bad moment.
    if (!this.#wasIn)
      this.#over.resolve(state.why ? why : `${this.#url} gave no answer as a room.`);
    else if (!this.#isLost) this.#screen.note(`${why} It is tried again until it is there.`);
    this.#isLost = true;
  }

  #prompt(): void {
    this.#screen.ask(this.#room?.today ? `${this.#left()} > ` : "> ");
  }

  #left(): string {
    const room = this.#room;
    return room?.today ? countdown(room.today.wipesAt - room.now) : "";
  }
}

function clock(timestamp: string): string {
  const at = Date.parse(timestamp);
  return Number.isNaN(at) ? "" : time.format(at);
}

function slowness(seconds: number): string {
  return seconds > 0
    ? `Each person waits ${seconds} seconds between two messages. What comes too early is said then.`
    : "Nobody waits between two messages.";
}

function sanction(what: string, until: string | null, reason: string | undefined): string {
  const end = until === null ? "until staff end it" : `until ${clock(until)}`;
  const why = reason === undefined ? "" : ` Why: ${oneLine(reason)}`;
  return `You are ${what} ${end}.${why}`;
}

function waits(seconds: number): string {
  return `Newcomers wait for their turn: it is said in ${Math.ceil(seconds)} seconds perhaps.`;
}
