/** What staff do about a message where it stands: each by one press in its menu, and done at once. */
import type { You } from "../../../src/wire/frames.ts";
import type { Done, Removed, SanctionPlaced } from "../../../src/wire/http.ts";
import { roomNow } from "../../shared/clock.ts";
import { moment } from "../../shared/moment.ts";
import { words } from "../../words/staff-words.ts";
import type { Act, Target } from "../acts/act.ts";
import type { Room } from "../state/room.ts";
import { act, bringingBack } from "./act-for-staff.ts";

const MINUTE_MS = 60_000;

/** As the server has it: nobody sanctions an admin, and an admin alone a moderator. */
const isSubject = ({ kind, mine }: Target, you: You) =>
  !mine && kind !== "admin" && (kind !== "moderator" || you.kind === "admin");

export const acts: readonly Act[] = [
  { key: "d", label: words.act.delete, isFor: () => true, run: erase },
  { key: "a", label: words.act.deleteAll, isFor: isSubject, run: eraseSender },
  mute("1", 1),
  mute("m", 10),
  mute("6", 60),
  mute("0", undefined),
  { key: "b", label: words.act.ban, isFor: isSubject, run: ban },
];

/** Without minutes: to midnight. */
function mute(key: string, minutes: number | undefined): Act {
  return {
    key,
    row: words.act.mute,
    label: minutes === undefined ? words.act.midnight : words.act.minutes(minutes),
    isFor: isSubject,
    run: (target, room) => muteSender(target, room, minutes ?? untilMidnight(room)),
  };
}

/** An account's mute would have no end by itself. */
function untilMidnight(room: Room): number {
  const { wipesAt } = room.day.today.peek() ?? { wipesAt: roomNow.peek() };
  return Math.max(1, Math.ceil((wipesAt - roomNow.peek()) / MINUTE_MS));
}

function erase({ seq }: Target, room: Room) {
  return act<Done>(room, ["DELETE", `/api/mod/messages/${seq}`], ({ undo }) => ({
    said: words.done.delete,
    undo: bringingBack(room, undo),
  }));
}

function eraseSender({ seq }: Target, room: Room) {
  return act<Removed>(room, ["DELETE", `/api/mod/messages/${seq}/sender`], ({ removed, undo }) => ({
    said: words.done.deleteAll(removed),
    undo: bringingBack(room, undo),
  }));
}

function ban({ seq, user }: Target, room: Room) {
  const body = { kind: "ban", message: seq };
  return act<SanctionPlaced>(
    room,
    ["POST", "/api/mod/sanctions", body],
    ({ id, until, removed, undo }) => ({
      said:
        until === null
          ? words.done.banOpen(user, removed)
          : words.done.ban(user, moment(until), removed),
      undo: bringingBack(room, undo) ?? lifting(room, id, user),
    }),
  );
}

function muteSender({ seq, user }: Target, room: Room, minutes: number) {
  const body = { kind: "mute", message: seq, minutes };
  return act<SanctionPlaced>(room, ["POST", "/api/mod/sanctions", body], ({ id, until }) => ({
    said: until === null ? words.done.muteOpen(user) : words.done.mute(user, moment(until)),
    undo: lifting(room, id, user),
  }));
}

function lifting(room: Room, id: number, user: string) {
  const lifted = () => ({ said: words.done.lifted(user) });
  return () => void act(room, ["DELETE", `/api/mod/sanctions/${id}`], lifted);
}
