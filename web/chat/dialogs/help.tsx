import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { HelpBody } from "../../../src/wire/help.ts";
import { call } from "../../shared/api.ts";
import { Changing } from "../../shared/changing.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { words } from "../../words/words.ts";

/** Where to turn to, as the operator says. The room itself promises nothing. */
export default function Help({ close }: { close: () => void }) {
  const help = useSignal<HelpBody | undefined>(undefined);
  const problem = useSignal("");
  useEffect(() => {
    void call<HelpBody>("GET", "/api/help").then((answer) => {
      if (answer.ok) help.value = answer.value;
      else problem.value = answer.problem.detail;
    });
  }, [help, problem]);
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
