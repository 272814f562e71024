/** A bot that says how long it is to midnight when somebody asks: `npx bun client/examples/bot.ts URL [TOKEN]`. */
import { countdown, Room } from "../index.ts";

const [url = "http://127.0.0.1:8000/", token] = process.argv.slice(2);

const room = new Room(url, {
  ...(token !== undefined && { token }),
  message({ text }, { isMine, isBacklog }) {
    if (!isMine && !isBacklog && text === "!midnight") void answer();
  },
  linkChanged(state) {
    if (state.is === "ended") stop(state.why.reason);
  },
});

async function answer(): Promise<void> {
  if (!room.today) return;
  const said = await room.say(`${countdown(room.today.wipesAt - room.now)} to midnight`);
  if (!said.isStored) console.error(said.why);
}

function stop(why: string): void {
  console.error(why);
  room.leave();
}

process.on("SIGTERM", () => stop("The bot leaves."));
