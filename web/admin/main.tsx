import { type Signal, signal } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { Changing } from "../shared/changing.tsx";
import { startClock } from "../shared/clock.ts";
import { UndoButton } from "../shared/undo.tsx";
import { words } from "../words/words.ts";
import { Head } from "./head.tsx";
import { LiveFeed } from "./live-feed.ts";
import { Overview } from "./overview.tsx";
import { AdminSession } from "./session.ts";
import { Users } from "./users.ts";
import { PeopleTable } from "./users-table.tsx";

const READ_MS = 8_000;

type Parts = { session: AdminSession; live: LiveFeed; people: Users; hash: Signal<string> };

async function start(): Promise<void> {
  const session = new AdminSession();
  if (!(await session.enter())) {
    render(<Outcome session={session} />, document.body);
    return;
  }
  const hash = signal(location.hash);
  addEventListener("hashchange", () => {
    hash.value = location.hash;
    session.outcome.value = undefined;
  });
  const live = new LiveFeed(session);
  startClock(() => live.link.look());
  render(
    <Page session={session} live={live} people={new Users(session)} hash={hash} />,
    document.body,
  );
}

function Page({ session, live, people, hash }: Parts) {
  const isPeople = hash.value === "#people";
  return (
    <>
      <Head session={session} section={isPeople ? "people" : "now"} />
      <main class="wide">
        <Outcome session={session} people={people} />
        {isPeople ? <PeopleTable people={people} /> : <Overview session={session} live={live} />}
      </main>
    </>
  );
}

/** What went well is said for a while, what did not until something else does. */
function Outcome({ session, people }: { session: AdminSession; people?: Users }) {
  const outcome = session.outcome.value;
  useEffect(() => {
    if (!outcome || outcome.isBad) return;
    const timer = setTimeout(() => {
      session.outcome.value = undefined;
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [session, outcome]);
  const undo = async (act: number) => {
    if (await session.bringBack(act)) await people?.refresh();
  };
  return (
    <p class={outcome?.isBad ? "outcome bad" : "outcome"} role="status">
      {outcome && <Changing text={outcome.text} />}
      {outcome && <UndoButton offer={session.undo} run={(act) => void undo(act)} />}
    </p>
  );
}

document.title = words.admin.title;
await start();
