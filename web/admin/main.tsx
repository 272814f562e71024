import { type Signal, signal } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { startClock } from "../shared/clock.ts";
import { words } from "../words/words.ts";
import { Head } from "./head.tsx";
import { Live } from "./live-feed.ts";
import { Now } from "./overview.tsx";
import { Desk } from "./session.ts";
import { People } from "./users.ts";
import { PeopleTable } from "./users-table.tsx";

const READ_MS = 8_000;

type Parts = { desk: Desk; live: Live; people: People; hash: Signal<string> };

async function start(): Promise<void> {
  const desk = new Desk();
  if (!(await desk.enter())) {
    render(<Outcome desk={desk} />, document.body);
    return;
  }
  const hash = signal(location.hash);
  addEventListener("hashchange", () => {
    hash.value = location.hash;
    desk.outcome.value = undefined;
  });
  const live = new Live(desk);
  startClock(() => live.link.reconnect());
  render(<Page desk={desk} live={live} people={new People(desk)} hash={hash} />, document.body);
}

function Page({ desk, live, people, hash }: Parts) {
  const isPeople = hash.value === "#people";
  return (
    <>
      <Head desk={desk} section={isPeople ? "people" : "now"} />
      <main class="wide">
        <Outcome desk={desk} />
        {isPeople ? <PeopleTable people={people} /> : <Now desk={desk} live={live} />}
      </main>
    </>
  );
}

/** What went well is said for a while, what did not until something else does. */
function Outcome({ desk }: { desk: Desk }) {
  const outcome = desk.outcome.value;
  useEffect(() => {
    if (!outcome || outcome.isBad) return;
    const timer = setTimeout(() => {
      desk.outcome.value = undefined;
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [desk, outcome]);
  return (
    <p class={outcome?.isBad ? "outcome bad" : "outcome"} role="status">
      {outcome?.text}
    </p>
  );
}

document.title = words.admin.title;
await start();
