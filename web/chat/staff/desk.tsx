import { useEffect } from "preact/hooks";
import { loadStyle } from "../../shared/load-style.ts";
import listStyles from "../../shared/report-list.css" with { type: "file" };
import { words } from "../../words/staff-words.ts";
import type { Room } from "../state/room.ts";
import deskStyles from "./desk.css" with { type: "file" };
import { HiddenTool } from "./hidden-tool.tsx";
import { bindHoldKey } from "./hold-key.ts";
import { HoldTool } from "./hold-tool.tsx";
import { ReportsTool } from "./reports-tool.tsx";
import { ShieldTool } from "./shield-tool.tsx";
import { SlowTool } from "./slow-tool.tsx";

await Promise.all([loadStyle(deskStyles), loadStyle(listStyles)]);

/** What staff have at hand for the room as a whole, in this order. */
const TOOLS = [HiddenTool, ReportsTool, ShieldTool, HoldTool, SlowTool] as const;

export default function Desk({ room }: { room: Room }) {
  useEffect(() => {
    const unbind = bindHoldKey(room);
    // Who is no longer staff holds nothing either.
    return () => {
      unbind();
      room.hold.endAll();
    };
  }, [room]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form, so no fieldset
    <div class="desk" role="group" aria-label={words.desk.label}>
      {TOOLS.map((Tool) => (
        <Tool key={Tool.name} room={room} />
      ))}
    </div>
  );
}
