import { useRef } from "preact/hooks";
import type { ReportedMessage } from "../../src/wire/reports.ts";
import { ReportList } from "../shared/report-list.tsx";
import { words as shared } from "../words/office-words.ts";
import { words } from "../words/staff-words.ts";
import { usePolled } from "./polled.ts";
import type { AdminSession } from "./session.ts";

const PATH = "/api/mod/reports";

/** What was reported, and what comes of it. */
export function Reports({ session }: { session: AdminSession }) {
  const found = usePolled<readonly ReportedMessage[]>(session, PATH);
  const heading = useRef<HTMLHeadingElement>(null);
  const settle = async (id: number, keep: boolean) => {
    const done = keep ? words.reports.kept : words.reports.removed;
    await session.act("POST", `${PATH}/${id}`, done, { keep });
    // The buttons go with their row; keys go on from here.
    heading.current?.focus();
  };
  return (
    <section class="panel">
      <h2 ref={heading} tabIndex={-1}>
        {words.reports.title}
      </h2>
      {!found && <p class="note">{shared.admin.loading}</p>}
      {found && <ReportList reports={found} settle={(id, keep) => void settle(id, keep)} />}
    </section>
  );
}
