import { muteSentence } from "../../shared/ban.ts";
import { Changing } from "../../shared/changing.tsx";
import { moment } from "../../shared/moment.ts";
import { words } from "../../words/words.ts";
import { isStaff } from "../staff/is-staff.ts";
import type { Room } from "../state/room.ts";
import type { Standing } from "../state/standing.ts";

/** Why the reader may not speak now, and until when; or how slowly everybody may. */
export function StandingLine({ room: { standing, speech } }: { room: Room }) {
  const isMuted = standing.mutedFor.value > 0;
  const slow = isStaff(standing.you.value) ? 0 : standing.slowSeconds.value;
  const told = slow > 0 ? words.log.slow(slow) : shieldOver(standing);
  // A message that waits for it says so itself.
  const isProving = speech.isProving.value && speech.pending.value.length === 0;
  const waits = isProving ? words.shield.proving : told;
  const text = isMuted && standing.muted.value ? muteSentence(standing.muted.value) : waits;
  return (
    <p class={isMuted ? "standing bad" : "standing"} role="status">
      {text !== "" && <Changing text={text} />}
    </p>
  );
}

/** Who comes while it is up is told here. */
function shieldOver({ shield: { value: shield }, cameUnder, you }: Standing): string {
  if (!shield.on || shield.since !== cameUnder.value || isStaff(you.value)) return "";
  return words.shield.up(moment(shield.until));
}
