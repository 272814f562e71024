import { render } from "preact";
import { startClock } from "../shared/clock.ts";
import { keepSignedIn } from "../shared/keep-signed-in.ts";
import { followViewport } from "../shared/viewport.ts";
import { words } from "../words/words.ts";
import { Composer } from "./composer/composer.tsx";
import { FirstStepsPart } from "./dialogs/first-steps-part.tsx";
import { followReceipts } from "./dialogs/last-receipt-part.ts";
import { Banner } from "./head/banner.tsx";
import { Head } from "./head/head.tsx";
import { PageKeys } from "./keys/page-keys.tsx";
import { Log } from "./log/log.tsx";
import { showEarlyRoom } from "./state/early-room.ts";
import { followName } from "./state/follow-name.ts";
import { followSignIn } from "./state/follow-sign-in.ts";
import { followMidnight } from "./state/midnight.ts";
import { followAge } from "./state/page-age.ts";
import { Room } from "./state/room.ts";

const room = new Room();
startClock(() => room.link.look());
followViewport();
followMidnight(room);
followAge(room.link);
followSignIn(room);
followName(room);
keepSignedIn();
followReceipts(room.day.today);

showEarlyRoom(room);

render(
  <>
    <a class="skip" href="#message">
      {words.head.skip}
    </a>
    <PageKeys room={room} />
    <Head room={room} />
    <Banner room={room} />
    <FirstStepsPart room={room} />
    <Log room={room} />
    <Composer room={room} />
  </>,
  document.body,
);
