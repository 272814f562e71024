/** Requests that two readers may take for two things, and headers that forge an address. */

/** Whoever is believed to have sent what is smuggled. */
export const FORGED = "198.51.100.66";

/** By which Caddy knows the site. */
export const HOST = "127.0.0.1";
const BODY = '{"email":"a@example.com","password":"smuggled"}';
const JSON_TYPE = "Content-Type: application/json\r\n";

/** A sign-in that fails, which the room writes down with the address that it believes. */
export function signIn(head = ""): string {
  return `POST /api/auth/login HTTP/1.1\r\nHost: ${HOST}\r\n${head}${JSON_TYPE}Content-Length: ${BODY.length}\r\n\r\n${BODY}`;
}

const INNER = signIn(`X-Forwarded-For: ${FORGED}\r\n`);
const CHUNKED = `${INNER.length.toString(16)}\r\n${INNER}\r\n0\r\n\r\n`;
/** Its end, for a reader who takes the length of the chunk's first line for that of the body. */
const FIRST_LINE = INNER.length.toString(16).length + 2;

function post(head: string, body: string, path = "/api/auth/login"): string {
  return `POST ${path} HTTP/1.1\r\nHost: ${HOST}\r\n${JSON_TYPE}${head}\r\n${body}`;
}

const CHUNKED_BODY = "Transfer-Encoding: chunked\r\n";

/** What some readers take for a chunked body and others do not. */
const CODINGS: Record<string, string> = {
  plainly: CHUNKED_BODY,
  "as another coding": "Transfer-Encoding: xchunked\r\n",
  "after another coding": "Transfer-Encoding: identity, chunked\r\n",
  "before another coding": "Transfer-Encoding: chunked, identity\r\n",
  "with a space before the colon": "Transfer-Encoding : chunked\r\n",
  "with a tab": "Transfer-Encoding:\tchunked\r\n",
  "with a vertical tab": "Transfer-Encoding: \x0bchunked\r\n",
  "in quotes": 'Transfer-Encoding: "chunked"\r\n',
  "in capitals": "TRANSFER-ENCODING: CHUNKED\r\n",
  twice: "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
  "with an empty one": "Transfer-Encoding:\r\nTransfer-Encoding: chunked\r\n",
  "behind a bare line feed": "X: y\nTransfer-Encoding: chunked\r\n",
  "behind a bare carriage return": "X: y\rTransfer-Encoding: chunked\r\n",
  "on a folded line": "X: y\r\n Transfer-Encoding: chunked\r\n",
  "on the line below": "Transfer-Encoding:\r\n chunked\r\n",
  "with a zero byte": "Transfer-Encoding: chunked\0\r\n",
};

function byCoding(): [string, string][] {
  return Object.entries(CODINGS).flatMap(([how, coding]): [string, string][] => [
    [
      `a length before the coding ${how}`,
      post(`Content-Length: ${INNER.length + 5}\r\n${coding}`, `0\r\n\r\n${INNER}`),
    ],
    [
      `the coding ${how} before a length`,
      post(`${coding}Content-Length: ${FIRST_LINE}\r\n`, CHUNKED),
    ],
  ]);
}

function byLength(): [string, string][] {
  const { length } = INNER;
  const heads: Record<string, string> = {
    "two lengths, the shorter first": `Content-Length: 0\r\nContent-Length: ${length}\r\n`,
    "two lengths, the longer first": `Content-Length: ${length}\r\nContent-Length: 0\r\n`,
    "two lengths in one": `Content-Length: 0, ${length}\r\n`,
    "a length with a sign": `Content-Length: +${length}\r\n`,
    "a length below nothing": `Content-Length: -1\r\n`,
    "a length in hexadecimal": `Content-Length: 0x${length.toString(16)}\r\n`,
    "a length with a space in it": `Content-Length: 0 ${length}\r\n`,
    "a length behind a bare line feed": `X: y\nContent-Length: ${length}\r\n`,
    "a length on a folded line": `X: y\r\n Content-Length: ${length}\r\n`,
    "a length with a space before the colon": `Content-Length : ${length}\r\n`,
    "a length larger than any": `Content-Length: 18446744073709551616\r\n`,
  };
  return Object.entries(heads).map(([how, head]) => [how, post(head, INNER)]);
}

/** A body that nobody reads must not be taken for the next request. */
function unread(): [string, string][] {
  const length = `Content-Length: ${INNER.length}\r\n`;
  const others = ["/nothing", "/health", "/login", "/ws", "/api/auth/login/"].map(
    (path): [string, string] => [`a body for ${path}`, post(length, INNER, path)],
  );
  return [
    ...others,
    ["a body of a GET", post(length, INNER, "/api/today").replace("POST", "GET")],
    ["a body of a HEAD", post(length, INNER, "/api/today").replace("POST", "HEAD")],
    ["a body of an OPTIONS", post(length, INNER, "/api/today").replace("POST", "OPTIONS")],
    ["a body in chunks of a GET", post(CHUNKED_BODY, CHUNKED, "/").replace("POST", "GET")],
    [
      "a body that waits to be asked for",
      post(`Expect: 100-continue\r\n${length}`, INNER, "/nothing"),
    ],
    ["a body of another type", post(length, INNER).replace("application/json", "text/plain")],
  ];
}

function byChunk(): [string, string][] {
  const size = INNER.length.toString(16);
  const bodies: Record<string, string> = {
    "an extension with a line feed": `2;\n{}\r\n0\r\n\r\n${INNER}`,
    "an extension in quotes over two lines": `2;a="\r\n{}\r\n0\r\n\r\n"\r\n${INNER}`,
    "an extension of 9,000 characters": `2;${"a".repeat(9_000)}\r\n{}\r\n0\r\n\r\n`,
    "a chunk that ends with a line feed": `2\r\n{}\n0\r\n\r\n${INNER}`,
    "a size that ends with a line feed": `2\n{}\r\n0\n\n${INNER}`,
    "a chunk longer than it says": `2\r\n{}xx0\r\n\r\n${INNER}`,
    "a size with 0x": `0x${size}\r\n${INNER}\r\n0\r\n\r\n`,
    "a size with a sign": `+${size}\r\n${INNER}\r\n0\r\n\r\n`,
    "a size below nothing": `-2\r\n{}\r\n0\r\n\r\n${INNER}`,
    "a size with a space": `2 \r\n{}\r\n0\r\n\r\n${INNER}`,
    "a size larger than any": `10000000000000002\r\n{}\r\n0\r\n\r\n${INNER}`,
    "a size of nothing": `\r\n${INNER}`,
  };
  return Object.entries(bodies).map(([how, body]) => [how, post(CHUNKED_BODY, body)]);
}

/** Of these a reader who knows the standard makes several requests, each its sender's own. */
function several(): [string, string][] {
  const { length } = INNER;
  const trailer = `2\r\n{}\r\n0\r\nX-Forwarded-For: ${FORGED}\r\n\r\n`;
  return [
    ["one after the other", `${signIn()}${INNER}`],
    ["a length with an underscore", post(`Content_Length: ${length}\r\n`, INNER)],
    ["a coding with an underscore", post(CHUNKED_BODY.replace("-", "_"), CHUNKED)],
    ["an address among the trailers", post(CHUNKED_BODY, trailer)],
    [
      "an address among trailers that are announced",
      post(`${CHUNKED_BODY}Trailer: X-Forwarded-For\r\n`, trailer),
    ],
    [
      "a trailer that is announced",
      post(`${CHUNKED_BODY}Trailer: X-Other\r\n`, trailer.replace("Forwarded-For", "Other")),
    ],
  ];
}

/** What turns a connection into another kind, and does not come to be. */
function byUpgrade(): [string, string][] {
  const key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
  const upgrade = (path: string, head: string) =>
    `GET ${path} HTTP/1.1\r\nHost: ${HOST}\r\nConnection: Upgrade\r\n${head}\r\n${INNER}`;
  const websocket = "Upgrade: websocket\r\n";
  return [
    [
      "an upgrade to h2c",
      upgrade("/", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n"),
    ],
    [
      "an upgrade to h2c that names its settings",
      upgrade("/", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n").replace(
        "Connection: Upgrade",
        "Connection: Upgrade, HTTP2-Settings",
      ),
    ],
    ["HTTP/2 without asking", `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${INNER}`],
    [
      "a WebSocket of a version that is none",
      upgrade("/ws", `${websocket}${key}Sec-WebSocket-Version: 777\r\n`),
    ],
    ["a WebSocket without a key", upgrade("/ws", `${websocket}Sec-WebSocket-Version: 13\r\n`)],
    [
      "a WebSocket with a request behind it",
      upgrade("/ws", `${websocket}${key}Sec-WebSocket-Version: 13\r\n`),
    ],
    [
      "a WebSocket where there is none",
      upgrade("/health", `${websocket}${key}Sec-WebSocket-Version: 13\r\n`),
    ],
    [
      "a WebSocket by POST",
      upgrade("/ws", `${websocket}${key}Sec-WebSocket-Version: 13\r\n`).replace("GET", "POST"),
    ],
    ["a tunnel", `CONNECT ${HOST}:80 HTTP/1.1\r\nHost: ${HOST}\r\n\r\n${INNER}`],
  ];
}

/** An address in a header that a proxy passes on as another, or does not know for what it is. */
function byHeader(): [string, string][] {
  const heads: Record<string, string> = {
    "the header itself": `X-Forwarded-For: ${FORGED}`,
    "the header twice": `X-Forwarded-For: ${FORGED}\r\nX-Forwarded-For: ${FORGED}`,
    "in small letters": `x-forwarded-for: ${FORGED}`,
    "with underscores": `X_Forwarded_For: ${FORGED}`,
    "with one underscore": `X-Forwarded_For: ${FORGED}`,
    "with a space before the colon": `X-Forwarded-For : ${FORGED}`,
    "with a tab before the colon": `X-Forwarded-For\t: ${FORGED}`,
    "with a space before the name": ` X-Forwarded-For: ${FORGED}`,
    "with a space in the name": `X Forwarded For: ${FORGED}`,
    "with a zero byte": `X-Forwarded-For\0: ${FORGED}`,
    "on a folded line": `X: y\r\n X-Forwarded-For: ${FORGED}`,
    "on the line below": `X-Forwarded-For:\r\n ${FORGED}`,
    "behind a bare line feed": `X: y\nX-Forwarded-For: ${FORGED}`,
    "behind a bare carriage return": `X: y\rX-Forwarded-For: ${FORGED}`,
    "as RFC 7239 has it": `Forwarded: for=${FORGED}`,
    "as others have it": `X-Real-IP: ${FORGED}\r\nTrue-Client-IP: ${FORGED}\r\nCF-Connecting-IP: ${FORGED}`,
    "as a header of the connection alone": `Connection: close, X-Forwarded-For`,
    "as both": `Connection: X-Forwarded-For\r\nX-Forwarded-For: ${FORGED}`,
  };
  return Object.entries(heads).map(([how, head]) => [`an address ${how}`, signIn(`${head}\r\n`)]);
}

type Attack = [name: string, bytes: string];

/** By what the room does with each where nobody stands between: see the test. */
export const ATTACKS: Record<"framing" | "unread" | "chunks" | "several", Attack[]> = {
  framing: [...byCoding(), ...byLength()],
  unread: unread(),
  chunks: byChunk(),
  several: [...several(), ...byUpgrade(), ...byHeader()],
};
