import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { loadPart } from "../shared/load-part.ts";
import { words } from "../words/office-words.ts";
import type { AdminSession } from "./session.ts";

/** The topics; what they need comes when they are first looked at. */
export function TopicsSection({ session }: { session: AdminSession }) {
  const part = useSignal<typeof import("./topics.tsx") | undefined>(undefined);
  const isMissing = useSignal(false);
  useEffect(() => {
    void loadPart(() => import("./topics.tsx")).then(
      (loaded) => {
        part.value = loaded;
      },
      () => {
        isMissing.value = true;
      },
    );
  }, [part, isMissing]);
  if (part.value) return <part.value.Topics session={session} />;
  return <p class="note">{isMissing.value ? words.problem.part : words.admin.loading}</p>;
}
