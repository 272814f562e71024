export const ENCODINGS = ["br", "gzip"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What is served at an address. */
export interface Page {
  type: string;
  cache: string;
  body: Uint8Array<ArrayBuffer>;
  compressed: Map<Encoding, Uint8Array<ArrayBuffer>>;
}

export function page(type: string, cache: string, body: Uint8Array<ArrayBuffer>): Page {
  return { type, cache, body, compressed: new Map() };
}
