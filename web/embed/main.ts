/** The room's log for a stream or another site: it reads, and keeps and sends nothing. */
import { Room } from "../../client/room.ts";
import { address } from "../shared/address.ts";
import { embed as english } from "../words/en-embed.ts";
import { directionOf } from "../words/languages.ts";
import { translated } from "../words/translated.ts";
import { EmbeddedLog } from "./log.ts";
import { readOptions } from "./options.ts";

/** So long a room that is there may take to say that it is midnight. */
const GRACE_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

const { language, isTransparent, sizePx } = readOptions(location.search, navigator.languages);
const words = await translated("embed", language, english);
const { documentElement: root } = document;
root.lang = language;
root.dir = directionOf(language);
root.classList.toggle("transparent", isTransparent);
if (sizePx !== undefined) root.style.fontSize = `${sizePx}px`;

const log = new EmbeddedLog(words);
const status = document.createElement("span");
status.role = "status";
const link = document.createElement("a");
link.href = address("/");
link.target = "_blank";
link.rel = "noopener";
link.textContent = words.open(location.host);
const footer = document.createElement("footer");
const whose = document.createElement("h1");
whose.append(link);
footer.append(whose, status);
document.body.append(log.pane, footer);

let shownDay = "";
const room: Room = new Room(address("/"), {
  message: (message) => log.say(message),
  linkChanged: ({ is }) => {
    if (is === "open") status.textContent = "";
    if (is === "waiting") status.textContent = words.lost;
    if (is === "ended") end();
  },
  on: {
    welcome: ({ recovered, day }) => {
      if (!recovered) log.empty();
      shownDay = day;
    },
    deleted: ({ id }) => log.remove([id]),
    removed: ({ ids }) => log.remove(ids),
    restored: ({ messages }) => log.restore(messages),
    cleared: ({ day }) => {
      log.empty(day === shownDay ? words.cleared : words.newDay);
      shownDay = day;
    },
  },
});

/** Nobody may come in from here any more, so nothing is shown either. */
function end(): void {
  log.empty();
  status.textContent = words.closed;
}

/** What was said goes at midnight, also where no connection says so. */
function lookAtTheTime(): void {
  const { today } = room;
  if (!today || today.day !== shownDay) return;
  const grace = room.link.is === "open" ? GRACE_MS : 0;
  if (room.now < today.wipesAt + grace) return;
  shownDay = "";
  log.empty(words.newDay);
}
setInterval(lookAtTheTime, LOOK_EVERY_MS);

addEventListener("online", () => room.reconnect());
