import { words } from "../words/office-words.ts";
import { ClearAll } from "./clear-all.tsx";
import { DayPlots } from "./day-plots.tsx";
import type { LiveFeed } from "./live-feed.ts";
import { LiveList } from "./live-list.tsx";
import { ModePanel } from "./mode.tsx";
import { Receipts } from "./receipts.tsx";
import { Reports } from "./reports.tsx";
import type { AdminSession } from "./session.ts";
import { ShieldPanel } from "./shield-panel.tsx";
import { TopicForm } from "./topic-form.tsx";

/** How the room is at this moment, and what can be done about it. */
export function Overview({ session, live }: { session: AdminSession; live: LiveFeed }) {
  const today = session.today.value;
  const stats = session.stats.value;
  // Moderators are not told the figures.
  const isQuiet = stats ? stats.today_messages === 0 : live.online.value !== undefined;
  return (
    <div class="overview">
      <Figures session={session} live={live} />
      {session.isAdmin && <DayPlots session={session} />}
      <div class="grid">
        <LiveList live={live} isQuiet={isQuiet} />
        <div class="stack">
          <Reports session={session} />
          <ModePanel session={session} live={live} />
          <ShieldPanel session={session} live={live} />
          {today && session.isAdmin && (
            <TopicForm session={session} topic={today.topic} rules={today.rules} />
          )}
          {session.isAdmin && <ClearAll session={session} />}
          <Receipts session={session} />
        </div>
      </div>
    </div>
  );
}

function Figures({ session, live }: { session: AdminSession; live: LiveFeed }) {
  const stats = session.stats.value;
  const here = live.online.value ?? stats?.connected_clients;
  const figures = [
    [words.admin.here, here],
    [words.admin.today, stats?.today_messages],
    [words.admin.minute, stats?.messages_last_minute],
    [words.admin.accounts, stats?.total_users],
  ] as const;
  return (
    <dl class="figures" aria-label={words.admin.figures}>
      {figures.map(
        ([name, value]) =>
          (value !== undefined || name === words.admin.here) && (
            <div key={name}>
              <dt>{name}</dt>
              <dd translate={false}>{value === undefined ? "…" : words.admin.number(value)}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
