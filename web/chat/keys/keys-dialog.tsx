import { Dialog } from "../../shared/dialog.tsx";
import { loadStyle } from "../../shared/load-style.ts";
import { KEYS, local } from "../../shared/storage.ts";
import { words } from "../../words/key-words.ts";
import { words as common } from "../../words/words.ts";
import styles from "./keys-dialog.css" with { type: "file" };
import { OFF, singleKeys } from "./single-keys.ts";

await loadStyle(styles);

/** As they stand on a keyboard; what has no name there is said in words. */
const ROWS: readonly [pressed: readonly string[], what: string][] = [
  [["Alt", "↑"], words.keys.toMessages],
  [["↑", "↓"], words.keys.walk],
  [["Home", "End"], words.keys.firstAndLast],
  [["Enter"], words.keys.menu],
  [["Esc"], words.keys.leave],
  [["/"], words.keys.write],
  [["?"], words.keys.list],
  [["M"], words.keys.hold],
];

/** Every key that does something here, and a switch for those of one character. */
export default function KeysDialog({ close }: { close: () => void }) {
  return (
    <Dialog title={common.head.keys} closeText={common.cool.close} close={close}>
      <dl class="keys">
        {ROWS.map(([pressed, what]) => (
          <div key={what}>
            <dt dir="ltr" translate={false}>
              {pressed.map((one, at) => (
                <>
                  {at > 0 && " "}
                  <kbd>{one}</kbd>
                </>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={({ currentTarget: { checked } }) => turnSingleKeys(checked)}
        />{" "}
        {words.keys.single}
      </label>
    </Dialog>
  );
}

function turnSingleKeys(on: boolean): void {
  singleKeys.value = on;
  if (on) local.forget(KEYS.singleKeys);
  else local.keep(KEYS.singleKeys, OFF);
}
