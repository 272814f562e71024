const SCHEMES: Record<string, string> = {
  "http:": "ws:",
  "https:": "wss:",
  "ws:": "ws:",
  "wss:": "wss:",
};

/** Where the socket of a room is whose page is there. Throws a sentence for what no room can be at. */
export function socketAddress(page: string): string {
  const url = URL.canParse(page) ? new URL(page) : undefined;
  const scheme = url && SCHEMES[url.protocol];
  if (!url || scheme === undefined) {
    throw new TypeError(`“${page}” is no address of a room: it begins with http:// or https://.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new TypeError("A room's address holds no name or password: its sign-in is by a token.");
  }
  return `${scheme}//${url.host}${url.pathname.replace(/\/*$/, "")}/ws`;
}
