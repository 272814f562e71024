import { signal } from "@preact/signals";

/** What the reader replies to with what they say next. */
export class Reply {
  /** The `seq` of that message. */
  readonly to = signal<number | undefined>(undefined);

  begin(seq: number): void {
    this.to.value = seq;
    document.getElementById("message")?.focus();
  }

  end(): void {
    this.to.value = undefined;
  }

  /** Once: what is said after it replies to nothing. */
  take(): { re?: number } {
    const re = this.to.peek();
    this.end();
    return re === undefined ? {} : { re };
  }
}
