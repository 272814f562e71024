/** Where the room is, whatever path a proxy gave it: this script lies in a folder of it. */
const ROOM = new URL("../", import.meta.url);

/** The address of a path of the room, which begins with a slash: the room's own, not the host's. */
export function address(path: string): string {
  return new URL(`.${path}`, ROOM).href;
}
