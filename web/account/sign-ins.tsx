import type { SignInBody } from "../../src/wire/accounts.ts";
import { words } from "../words/account-words.ts";
import { words as common, locale } from "../words/words.ts";
import type { OwnAccount } from "./own-account.ts";
import { SaidLine } from "./said-line.tsx";

const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
const told = (iso: string) => moment.format(Date.parse(iso));

export function SignIns({ own }: { own: OwnAccount }) {
  return (
    <section class="part" aria-labelledby="sign-ins-title">
      <h2 id="sign-ins-title">{words.signIns.title}</h2>
      <p>{words.signIns.hint}</p>
      <ul class="sign-ins">
        {own.signIns.value?.map((one) => (
          <li key={one.id}>
            <span>
              {words.signIns.since(told(one.since))}
              <small>{words.signIns.used(told(one.used))}</small>
            </span>
            <End one={one} own={own} />
          </li>
        ))}
      </ul>
      <SaidLine said={own.saidOfSignIns.value} />
      <button type="button" class="outlined" onClick={() => void own.endAll()}>
        {words.signIns.everywhere}
      </button>
    </section>
  );
}

function End({ one, own }: { one: SignInBody; own: OwnAccount }) {
  if (one.current) return <span class="here">{words.signIns.here}</span>;
  return (
    <button
      type="button"
      class="quiet"
      aria-label={words.signIns.endLabel(told(one.since))}
      onClick={() => void own.end(one)}
    >
      {common.head.signOut}
    </button>
  );
}
