import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Done } from "../../../src/wire/http.ts";
import type { ReportedMessage } from "../../../src/wire/reports.ts";
import { Changing } from "../../shared/changing.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { ReportList } from "../../shared/report-list.tsx";
import { words } from "../../words/staff-words.ts";
import type { Room } from "../state/room.ts";
import { act, bringingBack } from "./act-for-staff.ts";
import { useAskedAgain } from "./asked-again.ts";
import { Flag } from "./icons.tsx";

const PATH = "/api/mod/reports";

/** How many messages are reported, and what they say: one press to see them, one to decide. */
export function ReportsTool({ room }: { room: Room }) {
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  const reports = useAskedAgain<ReportedMessage>(room, PATH);
  const close = () => {
    isOpen.value = false;
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={reports.length > 0 ? "tool urgent" : "tool"}
        aria-haspopup="dialog"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <Flag />
        <Changing text={words.reports.open(reports.length)} />
      </button>
      {isOpen.value && (
        <Dialog title={words.reports.title} close={close} closeText={words.reports.close}>
          <ReportList reports={reports} settle={(id, keep) => void settle(room, id, keep)} />
        </Dialog>
      )}
    </>
  );
}

function settle(room: Room, id: number, keep: boolean): Promise<void> {
  const path = `${PATH}/${id}`;
  return act<Done>(room, ["POST", path, { keep }], ({ undo }) => ({
    said: keep ? words.reports.kept : words.reports.removed,
    undo: bringingBack(room, undo),
  }));
}
