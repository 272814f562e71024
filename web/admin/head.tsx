import { address } from "../shared/address.ts";
import { Countdown } from "../shared/countdown.tsx";
import { midnightIn } from "../words/midnight.ts";
import { words } from "../words/office-words.ts";
import { nameOf, type Section, sectionsFor } from "./sections.ts";
import type { AdminSession } from "./session.ts";

export function Head({ session, section }: { session: AdminSession; section: Section }) {
  const today = session.today.value;
  return (
    <header>
      <div class="wide bar">
        <h1 class="brand">{words.brand}</h1>
        <nav aria-label={words.admin.sections}>
          {sectionsFor(session.isAdmin).map((one) => (
            <a key={one} href={`#${one}`} {...(one === section && { "aria-current": "page" })}>
              {nameOf(one)}
            </a>
          ))}
        </nav>
        {today && (
          <span class="wipes">
            {words.admin.wipes} <Countdown until={Date.parse(today.wipes_at)} />{" "}
            <span class="zone">{midnightIn(today.timezone, words)}</span>
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
