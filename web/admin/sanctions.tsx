import { useRef } from "preact/hooks";
import type { SanctionInForce } from "../../src/wire/http.ts";
import { bindPresses } from "../shared/bind-presses.ts";
import { moment as endOf } from "../shared/moment.ts";
import { words } from "../words/office-words.ts";
import { moment } from "./moment.ts";
import { usePolled } from "./polled.ts";
import type { AdminSession } from "./session.ts";

const PATH = "/api/mod/sanctions";

/** Who is muted or banned now, and the way out. */
export function Sanctions({ session }: { session: AdminSession }) {
  const found = usePolled<readonly SanctionInForce[]>(session, PATH);
  const heading = useRef<HTMLHeadingElement>(null);
  const lift = async (id: number) => {
    await session.act("DELETE", `${PATH}/${id}`, words.sanctions.lifted);
    // The button goes with its row; keys go on from here.
    heading.current?.focus();
  };
  return (
    <section class="panel alone" ref={bindPresses}>
      <h2 ref={heading} tabIndex={-1}>
        {words.sanctions.title}
      </h2>
      {!found && <p class="note">{words.admin.loading}</p>}
      {found?.length === 0 && <p class="note">{words.sanctions.none}</p>}
      <ul class="entries">
        {found?.map((sanction) => (
          <Item key={sanction.id} sanction={sanction} lift={lift} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = { sanction: SanctionInForce; lift: (id: number) => Promise<void> };

function Item({ sanction: { id, kind, name, until, reason, at }, lift }: ItemProps) {
  return (
    <li>
      <time dateTime={at}>{moment(at)}</time>
      <div class="what">
        <bdi class="name" translate={false}>
          {name}
        </bdi>
        <span class={kind === "ban" ? "badge bad" : "badge"}>
          {kind === "ban" ? words.admin.banned : words.sanctions.muted}
        </span>
        <p>{until === null ? words.sanctions.open : words.sanctions.until(endOf(until))}</p>
        {reason !== null && <p class="reason">{words.sanctions.reason(reason)}</p>}
      </div>
      <button
        type="button"
        class="act"
        aria-label={words.sanctions.liftLabel(name)}
        onClick={() => void lift(id)}
      >
        {words.sanctions.lift}
      </button>
    </li>
  );
}
