/** The room's client, as the pages use it: nothing of a browser's page is in it. */
export type {
  ClientFrame,
  MessageEvent,
  RefusalCode,
  ServerEvent,
  You,
} from "../src/wire/frames.ts";
export { CLOSE } from "../src/wire/limits.ts";
export type { Said } from "./answers.ts";
export { countdown } from "./days.ts";
export type { Handlers } from "./handlers.ts";
export { Link } from "./link.ts";
export type { Ban, Close, LinkState, Visitor, Welcome } from "./link-state.ts";
export { Room } from "./room.ts";
export type { Options, Today } from "./room-options.ts";
export { socketAddress } from "./socket-address.ts";
