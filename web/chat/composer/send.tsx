import { countdown } from "../../../client/days.ts";
import { Changing } from "../../shared/changing.tsx";
import { words } from "../../words/words.ts";

const MINUTE = 60;

/** What the button says: that it sends, or how long it waits. */
export function Send({ seconds }: { seconds: number }) {
  if (seconds <= 0 || !Number.isFinite(seconds)) return <Changing text={words.composer.send} />;
  return (
    <>
      <span aria-hidden="true" translate={false}>
        {seconds > MINUTE ? clockOf(seconds) : words.composer.seconds(seconds)}
      </span>
      <span class="unseen">
        <Changing text={seconds > MINUTE ? words.composer.send : words.composer.wait(seconds)} />
      </span>
    </>
  );
}

/** 09:12, and 1:09:12 from an hour on. */
function clockOf(seconds: number): string {
  return countdown(seconds * 1_000).replace(/^(00:|0)/, "");
}
