/**
 * Faults that were really made in this project, and mended. The suite must still find each of them. Whoever mends a
 * fault adds it here, with the test that it got.
 */
import type { MendedFault } from "./mended-fault.ts";
import { OF_ACCOUNTS } from "./museum/accounts.ts";
import { OF_THE_CLIENT } from "./museum/client.ts";
import { OF_THE_DATABASE } from "./museum/database.ts";
import { OF_CALLS } from "./museum/http.ts";
import { OF_THE_DAY } from "./museum/keys.ts";
import { OF_SOCKETS } from "./museum/live.ts";
import { OF_THE_PROCESS } from "./museum/process.ts";
import { OF_THE_ROOM } from "./museum/room.ts";
import { OF_SPEAKING } from "./museum/speaking.ts";
import { OF_THE_STORE } from "./museum/store.ts";

export const MENDED: readonly MendedFault[] = [
  ...OF_THE_STORE,
  ...OF_THE_DAY,
  ...OF_THE_DATABASE,
  ...OF_THE_ROOM,
  ...OF_SPEAKING,
  ...OF_SOCKETS,
  ...OF_ACCOUNTS,
  ...OF_CALLS,
  ...OF_THE_CLIENT,
  ...OF_THE_PROCESS,
];
