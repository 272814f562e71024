import { render } from "preact";
import { startClock } from "../shared/clock.ts";
import { followViewport } from "../shared/viewport.ts";
import { words } from "../words/words.ts";
import { Banner } from "./banner.tsx";
import { Composer } from "./composer.tsx";
import { Head } from "./head.tsx";
import { followNights } from "./last-night.tsx";
import { Log } from "./log.tsx";
import { followMidnight } from "./midnight.ts";
import { Room } from "./room.ts";

const room = new Room();
startClock(() => room.link.reconnect());
followViewport();
followMidnight(room);
followNights(room.day.today);

render(
  <>
    <a class="skip" href="#message">
      {words.head.skip}
    </a>
    <Head room={room} />
    <Banner room={room} />
    <Log room={room} />
    <Composer room={room} />
  </>,
  document.body,
);
