import { Component } from "preact";
import { words } from "../words/words.ts";
import { Changing } from "./changing.tsx";
import { now } from "./clock.ts";

/**
 * How long to wait, counted down before the eyes until it is over. Said once in a live region: what
 * counts is hidden from who listens. `until` is by this machine's clock; 0: there is nothing to wait for.
 */
export function Counting({ until }: { until: number }) {
  if (until <= now.peek()) return null;
  const seconds = Math.ceil((until - now.value) / 1_000);
  return (
    <>
      {" "}
      <span aria-hidden="true">
        <Changing text={words.problem.retry(seconds)} />
      </span>
      <Spoken key={until} seconds={seconds} />
    </>
  );
}

/** Stays as it was when it was first said. */
class Spoken extends Component<{ seconds: number }> {
  override shouldComponentUpdate(): boolean {
    return false;
  }

  override render({ seconds }: { seconds: number }) {
    return <span class="unseen">{words.problem.retry(seconds)}</span>;
  }
}
