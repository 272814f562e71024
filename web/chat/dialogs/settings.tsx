import { useSignal } from "@preact/signals";
import { CHOICES, type Choice, chosen, keepChoices } from "../../shared/choices.ts";
import { Dialog } from "../../shared/dialog.tsx";
import { loadStyle } from "../../shared/load-style.ts";
import { words } from "../../words/reader-words.ts";
import { words as common } from "../../words/words.ts";
import { ring } from "../state/ring.ts";
import styles from "./settings.css" with { type: "file" };

await loadStyle(styles);

const ROWS = ["theme", "letters", "lines", "view", "sound"] as const;

/** How the page looks and sounds to its reader: kept in this browser, and seen at once. */
export default function Settings({ close }: { close: () => void }) {
  const now = useSignal(chosen());
  const choose = (row: readonly Choice[], choice: Choice | undefined) => {
    const others = now.peek().filter((one) => !row.includes(one));
    now.value = choice === undefined ? others : [...others, choice];
    keepChoices(now.value);
    // As it will sound; from a press, after which a browser lets a page be heard.
    if (choice === "sound") ring();
  };
  return (
    <Dialog title={common.settings.title} closeText={common.cool.close} close={close}>
      <p>{words.choices.lead}</p>
      {ROWS.map((name) => (
        <fieldset key={name} class="setting">
          <legend>{words.choices.rows[name]}</legend>
          {[undefined, ...CHOICES[name]].map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={name}
                value={choice ?? ""}
                checked={choice === CHOICES[name].find((one) => now.value.includes(one))}
                onChange={() => choose(CHOICES[name], choice)}
              />
              <span>
                {choice === undefined ? words.choices.without[name] : words.choices[choice]}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}
