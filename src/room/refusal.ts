import type { RefusalCode } from "../protocol.ts";

/** Why the room says no, as plain data: between threads a Refusal would lose its class. */
export interface Reason {
  code: RefusalCode;
  message: string;
  retryAfter: number | undefined;
}

/** The room says no, for a reason that the one who asked may read. */
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

  static from({ code, message, retryAfter }: Reason): Refusal {
    return new Refusal(code, message, retryAfter);
  }
}

export function unavailable(): Refusal {
  return new Refusal("unavailable", "The room cannot store anything right now; try again.", 2);
}
