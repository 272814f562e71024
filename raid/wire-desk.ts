/** The buttons of staff as the page has them: calls over HTTP, beside a socket that shows what everybody sees. */
import { z } from "zod";
import type { ServerEvent } from "../src/wire/frames.ts";
import { HiddenMessages } from "../src/wire/reports.ts";
import { Connection } from "./connection.ts";
import type { Desk, HiddenLines } from "./moderator.ts";

export const STAFF = { email: "staff@example.com", password: "a password of this raid" };

const ADDRESS = "10.99.99.9";
const Token = z.object({ access_token: z.string() });

export class WireDesk implements Desk {
  readonly #base: string;
  #token = "";
  #connection: Connection | null = null;

  constructor(port: number) {
    this.#base = `http://127.0.0.1:${port}`;
  }

  /** Resolves once staff are in the room. */
  async open(see: (event: ServerEvent) => void): Promise<void> {
    const response = await this.#call("POST", "/api/auth/login", STAFF);
    this.#token = Token.parse(await response.json()).access_token;
    const welcomed = Promise.withResolvers<void>();
    this.#connection = new Connection(`${this.#base.replace("http", "ws")}/ws`, ADDRESS, {
      needs: () => true,
      take: (event) => {
        if (event.type === "welcome") welcomed.resolve();
        see(event);
      },
      closed: (code) => welcomed.reject(new Error(`Staff were closed with ${code}.`)),
    });
    await this.#connection.opened;
    this.#connection.send({ type: "hello", token: this.#token });
    await welcomed.promise;
  }

  close(): void {
    this.#connection?.close();
  }

  raiseShield(): Promise<Response> {
    return this.#call("PUT", "/api/mod/mode", { shield_minutes: 10 });
  }

  async hidden(): Promise<HiddenLines | null> {
    const response = await this.#call("GET", "/api/mod/hidden");
    const [hidden] = z.array(HiddenMessages).parse(await response.json());
    return hidden ? { act: hidden.act, texts: hidden.messages.map(({ text }) => text) } : null;
  }

  settleHidden(act: number, keep: boolean): Promise<Response> {
    return this.#call("POST", `/api/mod/hidden/${act}`, { keep });
  }

  ban(message: number): Promise<Response> {
    return this.#call("POST", "/api/mod/sanctions", { kind: "ban", message });
  }

  settleReport(message: number, keep: boolean): Promise<Response> {
    return this.#call("POST", `/api/mod/reports/${message}`, { keep });
  }

  async #call(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.#base}${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.#token}`, "Content-Type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}
