import type { RefusalCode } from "../wire/frames.ts";
import type { Standing } from "./standing.ts";

/** A refusal as data: an error would lose its class between threads. */
export interface Refused {
  code: RefusalCode;
  detail: string;
  /** Seconds; and of a newcomer before their turn, among whom they wait for it. */
  retryAfter?: number | undefined;
  among?: Standing | undefined;
}

/** The room refuses. The message is shown to whoever asked. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Seconds after which asking again may help. */
  readonly retryAfter: number | undefined;
  /** Of a newcomer before their turn: among whom they wait for it. */
  readonly among: Standing | undefined;

  constructor(code: RefusalCode, detail: string, retryAfter?: number, among?: Standing) {
    super(detail);
    this.name = "Refusal";
    this.code = code;
    this.retryAfter = retryAfter;
    this.among = among;
  }

  /** What `from` makes the same of. */
  asData(): Refused {
    const { code, message: detail, retryAfter, among } = this;
    return { code, detail, retryAfter, among };
  }

  static from({ code, detail, retryAfter, among }: Refused): Refusal {
    return new Refusal(code, detail, retryAfter, among);
  }
}

export function unavailable(): Refusal {
  return new Refusal("unavailable", "The room cannot store anything right now; try again.", 2);
}
