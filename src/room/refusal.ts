import type { RefusalCode } from "../wire/frames.ts";

/** A refusal as data: an error would lose its class between threads. */
export interface Refused {
  code: RefusalCode;
  detail: string;
  /** Seconds. */
  retryAfter?: number | undefined;
}

/** The room refuses. The message is shown to whoever asked. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Seconds after which asking again may help. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, detail: string, retryAfter?: number) {
    super(detail);
    this.name = "Refusal";
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static from({ code, detail, retryAfter }: Refused): Refusal {
    return new Refusal(code, detail, retryAfter);
  }
}

export function unavailable(): Refusal {
  return new Refusal("unavailable", "The room cannot store anything right now; try again.", 2);
}
