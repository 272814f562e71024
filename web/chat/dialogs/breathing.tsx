import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Changing } from "../../shared/changing.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { loadStyle } from "../../shared/load-style.ts";
import { words } from "../../words/reader-words.ts";
import { words as common } from "../../words/words.ts";
import styles from "./breathing.css" with { type: "file" };

await loadStyle(styles);

const MINUTE = 60;
/** Six breaths a minute, longer out than in. The stylesheet's circle keeps the same pace. */
const BREATH = 10;
const INHALE = 4;

/** Slow breathing, led by a circle and in words. Ends by itself, and whenever the reader likes. */
export default function Breathing({ close }: { close: () => void }) {
  const passed = useSignal(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => {
      passed.value = Math.min(MINUTE, Math.floor((performance.now() - start) / 1_000));
      if (passed.peek() === MINUTE) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [passed]);
  const isOver = passed.value === MINUTE;
  const breath =
    passed.value % BREATH < INHALE ? words.breathing.breatheIn : words.breathing.breatheOut;
  return (
    <Dialog title={common.cool.title} closeText={common.cool.close} close={close}>
      <p>{words.breathing.lead}</p>
      <div class={isOver ? "breath over" : "breath"} aria-hidden="true" />
      <p class="guide" role="status">
        <Changing text={isOver ? words.breathing.done : breath} />
      </p>
      <p class="left" aria-hidden="true">
        {!isOver && <Changing text={words.breathing.left(MINUTE - passed.value)} />}
      </p>
    </Dialog>
  );
}
