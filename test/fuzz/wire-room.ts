/** The room that is sent anything, and somebody who talks in it meanwhile. */
import { heard, join } from "../ws/joining.ts";

export { keptLog, openRoom } from "../harness/room.ts";

export async function connect(wsUrl: string) {
  const { client } = await join(wsUrl);
  return { isHeard: (text: string) => heard(client, text) };
}
