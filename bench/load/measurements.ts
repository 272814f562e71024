import { inflateSync } from "node:zlib";

/** What a frame says about the load: the ids of its messages, and the refs it acknowledges. */
export interface Facts {
  readonly ids: readonly number[];
  readonly idSum: number;
  readonly acks: number;
  readonly refusals: number;
  readonly payload: string;
}

const MESSAGE = /#(\d+)"/g;
const ACK = /"type":"ack"/g;
const REFUSED = /"type":"refused"/g;
const REMEMBERED = 4_096;

export function factsOf(payload: Buffer, deflated: boolean): Facts {
  const text = (deflated ? inflateSync(payload) : payload).toString("latin1");
  const ids: number[] = [];
  let idSum = 0;
  for (const match of text.matchAll(MESSAGE)) {
    const id = Number(match[1]);
    ids.push(id);
    idSum += id;
  }
  return { ids, idSum, acks: count(text, ACK), refusals: count(text, REFUSED), payload: text };
}

/**
 * Reads each distinct frame once. A server that publishes one frame to everyone is then checked
 * in full, at every client, for the price of a hash.
 */
export class FrameMemory {
  readonly #known = new Map<bigint, Facts>();

  read(payload: Buffer, deflated: boolean): Facts {
    const key = Bun.hash.xxHash3(payload);
    const known = this.#known.get(key);
    if (known) return known;
    const facts = factsOf(payload, deflated);
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(key, facts);
    return facts;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
