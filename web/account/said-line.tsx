import { Changing } from "../shared/changing.tsx";
import type { Said } from "./own-account.ts";

export function SaidLine({ said }: { said: Said }) {
  return (
    <p class={said?.isBad ? "said bad" : "said"} role="status">
      {said && <Changing text={said.text} />}
    </p>
  );
}
