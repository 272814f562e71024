/** Texts that nobody else says, and every form in which one could still lie about. */
import { randomBytes } from "node:crypto";

/** How a text may look; each kind takes other ways through escapes and encodings. */
const KINDS = {
  ascii: (tag: string) => `canary-${tag}`,
  multibyte: (tag: string) => `ßkanarie漢😡${tag}`,
  escaped: (tag: string) => `"c\\a'n<a>&ry"${tag}`,
} as const;

export interface Needle {
  form: string;
  bytes: Buffer;
}

export interface Canaries {
  texts: string[];
  patterns: Needle[];
}

/** `count` texts of all kinds, and what would give any of them away. */
export function newCanaries(count: number): Canaries {
  const tag = randomBytes(6).toString("hex");
  const prefixes = Object.values(KINDS).map((kind) => kind(tag));
  const texts = Array.from({ length: count }, (_, at) => {
    const prefix = prefixes[at % prefixes.length] ?? "";
    // At both ends: what has lost its beginning is still a find.
    return `${prefix}-${at}-${randomBytes(4).toString("hex")} is what made me angry\ntoday ${prefix}`;
  });
  return { texts, patterns: prefixes.flatMap(formsOf) };
}

const KEY_PART = "key, part";
const PART_BYTES = 8;

/** How many bytes of a key these finds give away; all of it, where it stands as a text. */
export function keyBytesIn(finds: readonly { form: string }[]): number {
  const forms = new Set(finds.map(({ form }) => form).filter((form) => form.startsWith("key")));
  const isText = [...forms].some((form) => !form.startsWith(KEY_PART));
  return isText ? Number.POSITIVE_INFINITY : forms.size * PART_BYTES;
}

/** What would give a key away. */
export function keyNeedles(key: Buffer): Needle[] {
  const asText = (encoding: "hex" | "base64" | "base64url") => ({
    form: `key, ${encoding}`,
    bytes: Buffer.from(key.toString(encoding).replace(/=+$/, "").slice(0, -1)),
  });
  return [...partsOf(key), asText("hex"), asText("base64"), asText("base64url")];
}

/** Memory that was let go loses its first bytes to the allocator, and keeps the rest. */
function partsOf(key: Buffer): Needle[] {
  return Array.from({ length: key.length / PART_BYTES }, (_, part) => ({
    form: `${KEY_PART} ${part}`,
    bytes: key.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
  }));
}

export function formsOf(text: string): Needle[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, "utf16le");
  const asText = (form: string, value: string) => ({ form, bytes: Buffer.from(value) });
  return [
    { form: "raw", bytes: utf8 },
    { form: "UTF-16LE", bytes: utf16 },
    { form: "UTF-16BE", bytes: Buffer.from(utf16).swap16() },
    asText("JSON", JSON.stringify(text).slice(1, -1)),
    asText("JSON \\u", [...escapedUnits(text)].join("")),
    asText("percent", encodeURIComponent(text)),
    asText("hex", utf8.toString("hex")),
    ...[0, 1, 2].map((shift) => asText("base64", base64At(utf8, shift))),
    ...[0, 1, 2].map((shift) => asText("base64url", base64At(utf8, shift, "base64url"))),
  ];
}

function* escapedUnits(text: string) {
  for (let at = 0; at < text.length; at++) {
    yield `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
}

/** What base64 makes of the bytes behind `shift` unknown ones, without the characters those touch. */
function base64At(bytes: Buffer, shift: number, alphabet: "base64" | "base64url" = "base64") {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString(alphabet)
    .replace(/=+$/, "");
  return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
}
