import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ReceiptBody } from "../../src/wire/http.ts";
import { words } from "../words/forgetting-words.ts";
import { midnightIn } from "../words/midnight.ts";
import { words as office } from "../words/office-words.ts";
import { locale } from "../words/words.ts";
import type { AdminSession } from "./session.ts";

const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

const SHOWN = 7;

/** What the last midnights destroyed, and what was found when it was looked for. */
export function Receipts({ session }: { session: AdminSession }) {
  const nights = useSignal<readonly ReceiptBody[]>([]);
  useEffect(() => {
    void session.ask<{ receipts: ReceiptBody[] }>("/api/receipts").then((found) => {
      if (found) nights.value = found.receipts;
    });
  }, [session, nights]);
  if (nights.value.length === 0) return null;
  return (
    <section class="panel" aria-label={office.admin.nights}>
      <h2>{office.admin.nights}</h2>
      {nights.value.slice(0, SHOWN).map((night) => (
        <Night key={night.day} night={night} />
      ))}
    </section>
  );
}

function Night({ night }: { night: ReceiptBody }) {
  const { day, timezone, messages, people, took_ms, checks, clean } = night;
  const found = checks.filter(({ ok }) => !ok);
  return (
    <div class={clean ? "night" : "night bad"}>
      <h3>
        {words.receipt.title(
          date.format(new Date(`${day}T00:00:00Z`)),
          midnightIn(timezone, office),
        )}
      </h3>
      <p>{words.receipt.destroyed(messages, people)}</p>
      <p>{clean ? words.receipt.clean(took_ms) : words.receipt.unclean}</p>
      {found.map((check) => (
        <p key={check.what}>
          {words.receipt.checks[check.what]}: {office.admin.number(check.found)}
        </p>
      ))}
    </div>
  );
}
