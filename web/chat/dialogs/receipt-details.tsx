import { words } from "../../words/forgetting-words.ts";
import { midnightIn } from "../../words/midnight.ts";
import { words as common, locale } from "../../words/words.ts";
import { lastNight } from "./last-receipt.tsx";

const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

/** All that is known of what the last midnight destroyed. */
export function ReceiptDetails() {
  const receipt = lastNight.value;
  if (!receipt) return null;
  const { day, timezone, messages, people, took_ms, methods, checks, clean, moods } = receipt;
  return (
    <section>
      <h3>
        {words.receipt.title(
          date.format(new Date(`${day}T00:00:00Z`)),
          midnightIn(timezone, common),
        )}
      </h3>
      <p>{words.receipt.destroyed(messages, people)}</p>
      <p>{clean ? words.receipt.clean(took_ms) : words.receipt.unclean}</p>
      {moods.angrier + moods.same + moods.calmer > 0 && <p>{words.receipt.moods(moods)}</p>}
      <ul>
        {methods.map((method) => (
          <li key={method}>{words.receipt.methods[method]}</li>
        ))}
        {checks.map(({ what, found, ok }) => (
          <li key={what} class={ok ? "" : "bad"}>
            {words.receipt.checks[what]}: {ok ? words.receipt.nothing : common.head.number(found)}
          </li>
        ))}
      </ul>
    </section>
  );
}
