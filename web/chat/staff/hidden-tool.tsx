import { useSignal } from "@preact/signals";
import type { Done } from "../../../src/wire/http.ts";
import type { HiddenMessages } from "../../../src/wire/reports.ts";
import { Changing } from "../../shared/changing.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { HiddenList } from "../../shared/hidden-list.tsx";
import { words } from "../../words/staff-words.ts";
import type { Room } from "../state/room.ts";
import { act, bringingBack } from "./act-for-staff.ts";
import { useAskedAgain } from "./asked-again.ts";
import { HiddenEye } from "./icons.tsx";

const PATH = "/api/mod/hidden";

/** While something is hidden by the shield: one press to see what it says, one to decide. */
export function HiddenTool({ room }: { room: Room }) {
  const isOpen = useSignal(false);
  const hidden = useAskedAgain<HiddenMessages>(room, PATH);
  const total = hidden.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const close = () => {
    isOpen.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="tool urgent"
        aria-haspopup="dialog"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <HiddenEye />
        <Changing text={words.hidden.open(total)} />
      </button>
      {isOpen.value && (
        <Dialog title={words.hidden.title} close={close} closeText={words.reports.close}>
          <HiddenList
            hidden={hidden}
            settle={(one, keep) => {
              // What brings it back is offered behind the dialog.
              close();
              void settle(room, one, keep);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function settle(room: Room, { act: hid, count }: HiddenMessages, keep: boolean): Promise<void> {
  return act<Done>(room, ["POST", `${PATH}/${hid}`, { keep }], ({ undo }) => ({
    said: keep ? words.hidden.kept : words.hidden.removed(count),
    undo: bringingBack(room, undo),
  }));
}
