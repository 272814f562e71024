import { Changing } from "../../shared/changing.tsx";
import { hue } from "../../shared/hue.ts";
import { Die } from "../../shared/icons.tsx";
import { moment } from "../../shared/moment.ts";
import { words } from "../../words/words.ts";
import type { Room } from "../state/room.ts";

/** Under which name the reader speaks, and, of a guest, how long it lasts. */
export function Name({ room }: { room: Room }) {
  const you = room.you.value;
  if (!you) return null;
  const { name, kind, until } = you;
  const ask = (type: "roll" | "keep") => {
    if (!room.link.send({ type })) room.status.value = words.link.notDone;
  };
  return (
    <>
      <span class="name">
        {words.composer.as}{" "}
        <bdi translate={false} style={{ color: hue(name) }}>
          {name}
        </bdi>
        {until !== undefined && (
          <span class="until">
            {" "}
            <Changing
              text={
                until === null ? words.composer.untilMidnight : words.composer.until(moment(until))
              }
            />
            {until !== null && (
              <>
                {" "}
                <button type="button" class="plain" onClick={() => ask("keep")}>
                  {words.composer.keep}
                </button>
              </>
            )}
          </span>
        )}
      </span>
      {kind === "guest" && (
        <button
          type="button"
          class="icon"
          aria-label={words.composer.roll}
          title={words.composer.roll}
          onClick={() => ask("roll")}
        >
          <Die />
        </button>
      )}
    </>
  );
}
