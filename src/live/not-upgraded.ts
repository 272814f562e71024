import type { Problem } from "../wire/http.ts";

const TITLES = {
  400: "Bad request",
  403: "Not allowed",
  405: "Not for this address",
  426: "Not a WebSocket",
};

/** Why `/ws` did not open, in the form of every other error (RFC 9457). */
export function notUpgraded(
  status: keyof typeof TITLES,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  const title = TITLES[status];
  const body: Problem = { type: "about:blank", title, status, detail, code: "invalid" };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}
