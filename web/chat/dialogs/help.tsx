import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { HelpBody } from "../../../src/wire/help.ts";
import { call } from "../../shared/api.ts";
import { Changing } from "../../shared/changing.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { words } from "../../words/words.ts";

/** What the operator says does not change while a page is open: said once, it is there without a connection. */
const help = signal<HelpBody | undefined>(undefined);

/** Where to turn to, as the operator says. The room itself promises nothing. */
export default function Help({ close }: { close: () => void }) {
  const problem = useSignal("");
  useEffect(() => {
    const ask = async () => {
      if (help.peek()) return;
      const answer = await call<HelpBody>("GET", "/api/help");
      if (answer.ok) help.value = answer.value;
      problem.value = answer.ok ? "" : answer.problem.detail;
    };
    void ask();
    addEventListener("online", ask);
    return () => removeEventListener("online", ask);
  }, [problem]);
  return (
    <Dialog title={words.help.title} closeText={words.cool.close} close={close}>
      <p dir="auto">
        <Changing text={help.value?.text || words.help.lead} />
      </p>
      <ul class="ways">
        {help.value?.links.map(({ label, address }) => (
          <li key={address}>
            <a class="quiet" href={address} rel="noreferrer" target="_blank" dir="auto">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p role="status">
        <Changing text={problem.value} />
      </p>
    </Dialog>
  );
}
