import { type Signal, signal } from "@preact/signals";
import { render } from "preact";
import { startClock } from "../shared/clock.ts";
import { words } from "../words/office-words.ts";
import { Acts } from "./audit.tsx";
import { Head } from "./head.tsx";
import { LiveFeed } from "./live-feed.ts";
import { Outcome } from "./outcome.tsx";
import { Overview } from "./overview.tsx";
import { Sanctions } from "./sanctions.tsx";
import { type Section, sectionAt } from "./sections.ts";
import { AdminSession } from "./session.ts";
import { TopicsSection } from "./topics-section.tsx";
import { Users } from "./users.ts";
import { PeopleTable } from "./users-table.tsx";

type Parts = { session: AdminSession; live: LiveFeed; people: Users };

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

function Page({ hash, ...parts }: Parts & { hash: Signal<string> }) {
  const { session, people } = parts;
  const section = sectionAt(hash.value, session.isAdmin);
  return (
    <>
      <Head session={session} section={section} />
      <main class="wide">
        <Outcome session={session} people={people} />
        <Part {...parts} section={section} />
      </main>
    </>
  );
}

function Part({ session, live, people, section }: Parts & { section: Section }) {
  switch (section) {
    case "now":
      return <Overview session={session} live={live} />;
    case "sanctions":
      return <Sanctions session={session} />;
    case "acts":
      return <Acts session={session} />;
    case "topics":
      return <TopicsSection session={session} />;
    case "people":
      return <PeopleTable people={people} />;
  }
}

document.title = words.admin.title;
await start();
