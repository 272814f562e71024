import { problem } from "./problem-json.ts";

/** Whether a request names a host that a URL may have; without, it has no address (RFC 9112 §3.2). */
export function isAddressed({ url }: Request): boolean {
  return URL.canParse(url);
}

export function notAddressed(): Response {
  return problem(400, "invalid", "A request names the host that it is for.");
}
