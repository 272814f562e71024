import { useSignal } from "@preact/signals";
import { Changing } from "../../shared/changing.tsx";
import { words } from "../../words/words.ts";
import { isTaller } from "./rows.ts";

/** Two fewer are shown of a tall one, so that what is folded is worth a press. */
const TALL_ROWS = 12;

/** What somebody said, read in the direction of its own letters; a tall one is folded until its reader opens it. */
export function SaidText({ id, text }: { id?: string; text: string }) {
  const isOpen = useSignal(false);
  if (!isTaller(text, TALL_ROWS)) {
    return (
      <p class="msg" id={id} dir="auto">
        {text}
      </p>
    );
  }
  const toggle = () => {
    isOpen.value = !isOpen.peek();
  };
  return (
    <div class="tall">
      <p class={isOpen.value ? "msg" : "msg folded"} id={id} dir="auto">
        {text}
      </p>
      <button type="button" class="plain fold" onClick={toggle}>
        <Changing text={isOpen.value ? words.log.showLess : words.log.showAll} />
      </button>
    </div>
  );
}
