import { words } from "../words/words.ts";
import { useConfirm } from "./confirm.tsx";
import type { LiveFeed } from "./live-feed.ts";
import { LiveList } from "./live-list.tsx";
import { Receipts } from "./receipts.tsx";
import type { AdminSession } from "./session.ts";
import { TopicForm } from "./topic-form.tsx";

/** How the room is at this moment, and what can be done about it. */
export function Overview({ session, live }: { session: AdminSession; live: LiveFeed }) {
  const stats = session.stats.value;
  const clear = useConfirm({
    title: words.admin.clearTitle,
    text: words.admin.clearText,
    action: words.admin.clearYes,
    run: () => session.act("DELETE", "/api/admin/clear-messages", words.admin.cleared),
  });
  return (
    <>
      <Figures session={session} live={live} />
      <div class="grid">
        <LiveList live={live} isQuiet={stats?.today_messages === 0} />
        <div class="stack">
          {stats && (
            <TopicForm session={session} topic={stats.current_topic} rules={stats.current_rules} />
          )}
          <button type="button" class="panic" onClick={clear.ask}>
            {words.admin.clear}
          </button>
          <Receipts session={session} />
        </div>
      </div>
      {clear.dialog}
    </>
  );
}

function Figures({ session, live }: { session: AdminSession; live: LiveFeed }) {
  const stats = session.stats.value;
  if (!stats) return <p class="note">{words.admin.loading}</p>;
  const figures = [
    [words.admin.here, live.online.value ?? stats.connected_clients],
    [words.admin.today, stats.today_messages],
    [words.admin.minute, stats.messages_last_minute],
    [words.admin.total, stats.total_messages],
    [words.admin.accounts, stats.total_users],
  ] as const;
  return (
    <dl class="figures" aria-label={words.admin.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd translate={false}>{words.admin.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
