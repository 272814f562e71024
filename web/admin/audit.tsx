import { useEffect, useState } from "preact/hooks";
import type { AuditAct } from "../../src/wire/http.ts";
import type { AuditActName } from "../../src/wire/limits.ts";
import { moment as endOf } from "../shared/moment.ts";
import { words } from "../words/office-words.ts";
import { locale } from "../words/words.ts";
import { AuditLog } from "./audit-log.ts";
import { moment } from "./moment.ts";
import type { AdminSession } from "./session.ts";

const EVERY_MS = 5_000;
const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });

/** What staff did: who, what, to which id, until when and why. */
export function Acts({ session }: { session: AdminSession }) {
  const [log] = useState(() => new AuditLog(session));
  const own = session.acts.value;
  useEffect(() => {
    void log.refresh();
    const timer = setInterval(() => {
      if (!document.hidden) void log.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [log, own]);
  const acts = log.acts.value;
  return (
    <section class="panel alone">
      <h2>
        {words.audit.title} <small>{words.audit.hint}</small>
      </h2>
      {!acts && <p class="note">{words.admin.loading}</p>}
      {acts?.length === 0 && <p class="note">{words.audit.none}</p>}
      <ol class="entries">
        {acts?.map((act) => (
          <Item key={act.id} entry={act} />
        ))}
      </ol>
      {log.mayHaveOlder.value && (
        <button type="button" class="quiet more" onClick={() => void log.older()}>
          {words.audit.older}
        </button>
      )}
    </section>
  );
}

function Item({ entry: { at, actor, act, target, until, reason } }: { entry: AuditAct }) {
  return (
    <li>
      <time dateTime={at}>{moment(at)}</time>
      <div class="what">
        <bdi class="name" translate={false}>
          {actor.name}
        </bdi>
        <p>
          {isKnown(act) ? words.audit.acts[act] : act}
          <small> {nameOf(target)}</small>
        </p>
        {until !== null && <p>{words.sanctions.until(endOf(until))}</p>}
        {reason !== null && <p class="reason">{words.sanctions.reason(reason)}</p>}
      </div>
    </li>
  );
}

function nameOf({ kind, id }: AuditAct["target"]): string {
  if (kind === "room" || id === null) return "";
  return kind === "day" ? dayOf(id) : words.audit.targets[kind](id);
}

/** 24 December 2026 is 20261224. */
function dayOf(id: number): string {
  const [, year, month, day] = /^(\d+)(\d\d)(\d\d)$/.exec(String(id)) ?? [];
  return date.format(Date.parse(`${year}-${month}-${day}`));
}

/** A newer server may know others. */
function isKnown(act: string): act is AuditActName {
  return Object.hasOwn(words.audit.acts, act);
}
