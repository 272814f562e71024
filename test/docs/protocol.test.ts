/** docs/protocol.md and the schemas: each names what the other has, and nothing else. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { FRAME_LIMITS } from "../../src/live/frame-limits.ts";
import { ClientFrame, RefusalCode, ServerEvent, SUBPROTOCOL, You } from "../../src/wire/frames.ts";
import { ReceiptBody } from "../../src/wire/http.ts";
import { CLOSE } from "../../src/wire/limits.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { blocks, inlineCode, readPages, tableBelow } from "./prose.ts";

setDefaultTimeout(TEST_MS);

const pages = await readPages();
const [protocol] = pages.filter(({ path }) => path === "docs/protocol.md");
if (!protocol) throw new Error("There is no docs/protocol.md.");

const FRAMES = [
  ["You send:", ClientFrame.options],
  ["You receive:", ServerEvent.options],
] as const;

test.each(FRAMES)(
  "“%s” has a row for each frame, with its members and no others",
  (lead, schemas) => {
    const rows = tableBelow(protocol, lead).map(([frame = ""]) => frame);
    expect(rows.toSorted()).toEqual(schemas.map(written).toSorted());
  },
);

test("every subprotocol that is named is spoken, and every code of a refusal is named", async () => {
  const named = inlineCode(protocol).map(({ text }) => text);
  const subprotocols = named.filter((text) => text.startsWith("rageroom."));
  expect(new Set(subprotocols)).toEqual(new Set([SUBPROTOCOL, `${SUBPROTOCOL}.deflate`]));
  const [, codes = ""] = /^Codes of refusals: ([\s\S]*?)\n\n/m.exec(protocol.text) ?? [];
  const listed = [...codes.matchAll(/`([a-z_]+)`/g)].map(([, code = ""]) => code);
  const others = ["ref", "erase"];
  expect(listed.filter((code) => !others.includes(code)).toSorted()).toEqual(
    RefusalCode.options.toSorted(),
  );
});

test("the closing codes are those of the server, and say truly whether to come back", () => {
  const back = { yes: "Yes", no: "No", as_guest: "As a guest" };
  const rows = tableBelow(protocol, "## Closing codes");
  const expected = Object.values(CLOSE).map((one) => [String(one.code), back[one.back]]);
  expect(
    rows.map(([code, , comesBack = ""]) => [
      code,
      Object.values(back).find((word) => comesBack.startsWith(word)),
    ]),
  ).toEqual(expected);
});

test("the table of limits has each frame with what may be sent of it", () => {
  const rows = tableBelow(protocol, "## Limits").flatMap(([frames = "", sender = "", range = ""]) =>
    [...frames.matchAll(/`(\w+)`/g)].map(([, frame]) => [frame, number(sender), number(range)]),
  );
  const expected = Object.entries(FRAME_LIMITS).map(([frame, limit]) => [
    frame,
    limit.sender,
    limit.range,
  ]);
  expect(rows.toSorted()).toEqual(expected.toSorted());
});

test("every call that a page names is one of the room's, and protocol.md names them all", async () => {
  await using room = await openRoom();
  const { paths } = OpenApi.parse(await (await room.call("GET", "/openapi.json")).json());
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = tableBelow(protocol, "## The calls").map(([call = ""]) =>
    call.replaceAll("`", ""),
  );
  expect(listed.toSorted()).toEqual(calls.toSorted());
  const wrong: string[] = [];
  for (const { at, text } of pages.flatMap(inlineCode)) {
    const [, method, path = ""] =
      /^(?:(GET|POST|DELETE) )?(\/(?:api\b\S*|health|docs|openapi\.json|login|admin)?)$/.exec(
        text,
      ) ?? [];
    if (
      path === "" ||
      calls.some((call) => call === text || (method === undefined && call.endsWith(` ${path}`)))
    )
      continue;
    const response = await room.call(method ?? "GET", path);
    if (response.status !== 200) wrong.push(`${at}: ${text}`);
  }
  expect(wrong).toEqual([]);
});

test("every example in JSON is a receipt, or a line of the log that the filter for fail2ban finds", () => {
  const of = (language: string) => pages.flatMap(blocks).filter((one) => one.language === language);
  const [, pattern = ""] = /^failregex = (.*)$/m.exec(of("ini")[0]?.text ?? "") ?? [];
  const filter = new RegExp(pattern.replace("<SUBNET>", "(?<address>[\\d.:a-f/]+)"));
  const kinds = of("json").map(({ at, text }) => {
    if (ReceiptBody.safeParse(JSON.parse(text)).success) return "receipt";
    const { address } = LogLine.parse(JSON.parse(text));
    return filter.exec(text)?.groups?.["address"] === address ? "refused sign-in" : at;
  });
  expect(kinds.toSorted()).toEqual(["receipt", "refused sign-in"]);
});

const LogLine = z.object({
  level: z.int(),
  time: z.int(),
  event: z.string(),
  address: z.string(),
  msg: z.string(),
});

const OpenApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** A frame as the page writes it: its members in order, with `?` where one may be absent. */
function written({ shape }: { shape: Record<string, z.ZodType> }): string {
  const members = Object.entries(shape).map(([name, schema]) => {
    if (schema instanceof z.ZodLiteral) return `"${name}":"${schema.value}"`;
    const form = FORMS.get(`${typeOf(shape)}.${name}`) ?? "";
    return `"${name}"${schema instanceof z.ZodOptional ? "?" : ""}${form}`;
  });
  return `\`{${members.join(",")}}\``;
}

function typeOf({ type }: Record<string, z.ZodType>): unknown {
  return type instanceof z.ZodLiteral ? type.value : undefined;
}

/** What the page shows of a member's own form. */
const FORMS = new Map([
  [
    "welcome.you",
    `:{${Object.entries(You.shape)
      .map(([name, schema]) => `"${name}"${schema instanceof z.ZodOptional ? "?" : ""}`)
      .join(",")}}`,
  ],
  ["felt.counts", ":[[id,count],…]"],
]);

function number(cell: string): number {
  return Number(/[\d,]+/.exec(cell)?.[0].replaceAll(",", ""));
}
