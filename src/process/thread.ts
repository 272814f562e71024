/**
 * A thread beside this one that is called and answers, in JSON: a text crosses between threads for
 * half of what the objects in it would cost. What JSON cannot hold is not said.
 */

declare global {
  /** Bun's, which the types of the browser's hide. */
  interface Worker {
    ref(): void;
    unref(): void;
  }
}

interface Asked<Call> {
  id: number;
  call: Call;
}
interface Answered<Answer> {
  id: number;
  answer: Answer;
}
/** What it says of itself, unasked. */
interface Said {
  said: string;
}

/** Of an answer only its caller knows the type. */
type Waiting = Pick<PromiseWithResolvers<never>, "resolve" | "reject">;

/** Keeps the process running while a call is unanswered, and no longer. */
export class Thread<Call> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  /** What ended it. */
  #failure: Error | undefined;

  /**
   * `script`: a file of src/ that calls `answerCalls`, without its ending; bin/build.ts must name it.
   * `heard` is told what it says unasked.
   */
  constructor(script: string, heard: (sentence: string) => void = () => undefined) {
    this.#worker = new Worker(addressOf(script), { ref: false });
    this.#worker.onmessage = ({ data }: MessageEvent<string>) => {
      const message: Answered<never> | Said = JSON.parse(data);
      if ("said" in message) heard(message.said);
      else this.#take(message.id)?.resolve(message.answer);
    };
    this.#worker.onerror = ({ message }) => {
      this.#failure = new Error(message);
      for (const id of this.#waiting.keys()) this.#take(id)?.reject(this.#failure);
    };
  }

  /** Calls are answered in the order in which they finish. Rejects where the thread fails, or has failed. */
  async call<Answer>(call: Call): Promise<Answer> {
    if (this.#failure) throw this.#failure;
    const id = this.#calls++;
    const waiting = Promise.withResolvers<Answer>();
    this.#waiting.set(id, waiting);
    this.#worker.ref();
    this.#worker.postMessage(JSON.stringify({ id, call } satisfies Asked<Call>));
    return waiting.promise;
  }

  end(): void {
    this.#worker.terminate();
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
    return waiting;
  }
}

/** The other end, in the thread itself. `answer` does not throw. */
export function answerCalls<Call, Answer>(self: Worker, answer: (call: Call) => Promise<Answer>) {
  self.onmessage = async ({ data }: MessageEvent<string>) => {
    const { id, call }: Asked<Call> = JSON.parse(data);
    const answered: Answered<Answer> = { id, answer: await answer(call) };
    self.postMessage(JSON.stringify(answered));
  };
}

/** In the thread itself: a sentence for whoever made it. */
export function say(self: Worker, sentence: string): void {
  self.postMessage(JSON.stringify({ said: sentence } satisfies Said));
}

/** An executable holds each thread as a file of its own. */
function addressOf(script: string): string {
  if (Bun.isStandaloneExecutable) return `./${script}.js`;
  return new URL(`../${script}.ts`, import.meta.url).href;
}
