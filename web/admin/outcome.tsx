import { useEffect } from "preact/hooks";
import { Changing } from "../shared/changing.tsx";
import { UndoButton } from "../shared/undo.tsx";
import type { AdminSession } from "./session.ts";
import type { Users } from "./users.ts";

const READ_MS = 8_000;

/** What went well is said for a while, what did not until something else does. */
export function Outcome({ session, people }: { session: AdminSession; people?: Users }) {
  const outcome = session.outcome.value;
  useEffect(() => {
    if (outcome?.is !== "good") return;
    const timer = setTimeout(() => {
      session.outcome.value = undefined;
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [session, outcome]);
  const undo = async (act: number) => {
    if (await session.bringBack(act)) await people?.refresh();
  };
  return (
    <p class={outcome ? `outcome ${outcome.is}` : "outcome"} role="status">
      {outcome && <Changing text={outcome.text} />}
      {outcome && <UndoButton offer={session.undo} run={(act) => void undo(act)} />}
    </p>
  );
}
