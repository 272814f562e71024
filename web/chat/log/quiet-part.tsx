import { chosen, keepChoices } from "../../shared/choices.ts";
import { words } from "../../words/reader-words.ts";
import { words as common } from "../../words/words.ts";

export { quietly } from "./quietly.ts";

const leave = () => keepChoices(chosen().filter((choice) => choice !== "quiet"));

/** One is not to wonder where the others are, on another day. */
export function QuietLine() {
  return (
    <p class="beside">
      <span>{words.quiet}</span>
      <button type="button" class="plain" onClick={leave}>
        {common.log.showAll}
      </button>
    </p>
  );
}
