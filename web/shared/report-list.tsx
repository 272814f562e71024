import type { ReportedMessage } from "../../src/wire/reports.ts";
import { words } from "../words/staff-words.ts";
import { bindPresses } from "./bind-presses.ts";

type Settle = (id: number, keep: boolean) => void;

type Props = { reports: readonly ReportedMessage[]; settle: Settle };

/** What was reported, with what it says: each is kept or removed by one press. */
export function ReportList({ reports, settle }: Props) {
  if (reports.length === 0) return <p class="note">{words.reports.none}</p>;
  return (
    <ul class="reports" ref={bindPresses}>
      {reports.map((report) => (
        <Item key={report.id} report={report} settle={settle} />
      ))}
    </ul>
  );
}

function Item({ report, settle }: { report: ReportedMessage; settle: Settle }) {
  const { id, user, text, count, hidden } = report;
  return (
    <li>
      <p class="who">
        <bdi class="name" translate={false}>
          {user}
        </bdi>
        <span class="badge">{words.reports.count(count)}</span>
        {hidden && <span class="badge bad">{words.reports.hidden}</span>}
      </p>
      <p class="said-text" dir="auto" translate={false}>
        {text}
      </p>
      <div class="verdict">
        <button
          type="button"
          aria-label={words.reports.keepLabel(user)}
          onClick={() => settle(id, true)}
        >
          {words.reports.keep}
        </button>
        <button
          type="button"
          class="bad"
          aria-label={words.reports.removeLabel(user)}
          onClick={() => settle(id, false)}
        >
          {words.reports.remove}
        </button>
      </div>
    </li>
  );
}
