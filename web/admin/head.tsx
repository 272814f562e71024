import { address } from "../shared/address.ts";
import { Countdown } from "../shared/countdown.tsx";
import { words } from "../words/words.ts";
import type { AdminSession } from "./session.ts";

type Section = "now" | "people";

export function Head({ session, section }: { session: AdminSession; section: Section }) {
  const stats = session.stats.value;
  return (
    <header>
      <div class="wide bar">
        <h1 class="brand">{words.brand}</h1>
        <nav aria-label={words.admin.sections}>
          <Tab href="#now" name={words.admin.now} isHere={section === "now"} />
          <Tab href="#people" name={words.admin.people} isHere={section === "people"} />
        </nav>
        {stats && (
          <span class="wipes">
            {words.admin.wipes} <Countdown until={Date.parse(stats.wipes_at)} />{" "}
            <bdi class="zone">{stats.timezone}</bdi>
          </span>
        )}
        <span class="exits">
          <a class="quiet" href={address("/")}>
            {words.admin.room}
          </a>
          <button type="button" class="quiet" onClick={() => void session.signOut()}>
            {words.head.signOut}
          </button>
        </span>
      </div>
    </header>
  );
}

function Tab({ href, name, isHere }: { href: string; name: string; isHere: boolean }) {
  return (
    <a href={href} {...(isHere && { "aria-current": "page" })}>
      {name}
    </a>
  );
}
