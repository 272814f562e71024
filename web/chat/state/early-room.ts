import type { MessageEvent as Said } from "../../../src/wire/frames.ts";
import type { Room } from "./room.ts";

/** Shows the room that came with the page until a socket brings the one that is. To be called before the page is drawn. */
export function showEarlyRoom(room: Room): void {
  const early = document.querySelector<HTMLElement>("main.early");
  const { day, zone, wipes } = early?.dataset ?? {};
  if (!early || !day || !zone || !wipes) return;
  const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? "";
  const today = { day, timezone: zone, wipes_at: wipes };
  const rows = [...early.querySelectorAll<HTMLElement>(".said")];
  room.polling.foreshow(
    { ...today, topic: textOf("h1"), rules: textOf(".rules") },
    rows.map(saidIn),
  );
}

function saidIn({ dataset, textContent }: HTMLElement): Said {
  const seq = Number(dataset["seq"]);
  const kind = KINDS.find((one) => one === dataset["kind"]) ?? "guest";
  return {
    ...{ type: "message", seq, id: seq, kind },
    user: dataset["user"] ?? "",
    text: textContent ?? "",
    timestamp: dataset["at"] ?? "",
    felt: Number(dataset["felt"]),
  };
}

const KINDS = ["guest", "user", "moderator", "admin"] as const;
