/** What each command does to a store in memory. */
import type {
  Actor,
  CommandInput,
  CommandName,
  CommandResult,
  Withdrawn,
} from "../../src/room/commands.ts";
import type { Change } from "../../src/room/ports.ts";
import { Refusal } from "../../src/room/refusal.ts";
import type { MemoryRows } from "./memory-rows.ts";

export type Run<Name extends CommandName> = (
  input: CommandInput<Name>,
  actor: Actor,
) => Change<CommandResult<Name>>;

export type Commands = { [Name in CommandName]: Run<Name> };

/** Each runs to its end at once, which is all the locking it needs. */
export function commandsOn(rows: MemoryRows): Commands {
  return {
    erase: ({ id }) => {
      if (!rows.messages.delete(id)) throw new Refusal("not_found", "There is no such message.");
      return {
        events: [rows.record((seq) => ({ type: "deleted", seq, id }))],
        result: withdrawn([id]),
      };
    },
    eraseOwn: ({ id }, { key }) => {
      const own = [...rows.messages.keys()].filter((own) => rows.senderOf.get(own) === key);
      const gone = own.filter((own) => id === undefined || own === id);
      if (id !== undefined && gone.length === 0) {
        throw new Refusal("not_found", "There is no such message.");
      }
      const [one] = gone;
      if (id === undefined || one === undefined) {
        return { events: rows.remove(gone, "author"), result: withdrawn(gone) };
      }
      rows.messages.delete(one);
      const deleted = rows.record((seq) => ({ type: "deleted", seq, id: one, by: "author" }));
      return { events: [deleted], result: withdrawn([one]) };
    },
    clear: () => {
      const result = withdrawn([...rows.messages.keys()]);
      rows.messages.clear();
      const { day } = rows.state;
      return { events: [rows.record((seq) => ({ type: "cleared", seq, day }))], result };
    },
    setTopic: ({ topic, rules = rows.state.rules }) => {
      return { events: [rows.changeTopic({ topic, rules })], result: { topic, rules } };
    },
    // Nobody in the simulation plans topics.
    planTopic: (planned) => ({ events: [], result: planned }),
    unplanTopic: () => ({ events: [], result: null }),
    setRotation: () => ({ events: [], result: { next: 0 } }),
    chooseZone: () => ({ events: [], result: null }),
    configure: (topic) => {
      const configured = JSON.stringify(topic);
      if (rows.configured === configured) return { events: [], result: false };
      rows.configured = configured;
      return { events: [rows.changeTopic(topic)], result: true };
    },
    ban: ({ userId, banned }) => {
      const user = rows.users.get(userId);
      if (!user) throw new Refusal("not_found", "There is no such user.");
      rows.users.set(userId, { ...user, isActive: !banned });
      if (!banned) return { events: [], result: { name: user.username, ...withdrawn([]) } };
      const name = user.username;
      const subject = `u:${userId}`;
      const about = { kind: "ban", subject, range: null, userId, name, until: null } as const;
      const ban = rows.record((seq) => ({
        type: "sanctioned",
        seq,
        sanction: { ...about, id: seq, reason: null, at: 0 },
      }));
      const theirs = [...rows.messages.values()].filter((said) => said.userId === userId);
      const ids = theirs.map(({ id }) => id);
      const result = { name: user.username, ...withdrawn(ids) };
      return { events: [ban, ...rows.remove(ids, "ban")], result };
    },
    signOut: ({ userId, tokenId }) => {
      const event = rows.record((seq) => ({ type: "signed_out", seq, userId, tokenId }));
      return { events: [event], result: null };
    },
    // Nobody in the simulation brings anything back, is staff, or reacts.
    undo: () => {
      throw new Refusal("not_found", "Nothing comes back.");
    },
    keepHidden: () => ({ events: [], result: 0 }),
    removeHidden: () => ({ events: [], result: withdrawn([]) }),
    sweep: () => ({ events: [], result: withdrawn([]) }),
    report: () => ({ events: [], result: null }),
    hideReported: () => ({ events: [], result: { waiting: 0 } }),
    settleReport: () => ({ events: [], result: withdrawn([]) }),
    destroyWithdrawn: () => ({ events: [], result: null }),
    sanction: () => {
      throw new Refusal("not_found", "There is no such message.");
    },
    liftSanction: () => {
      throw new Refusal("not_found", "There is no such sanction.");
    },
    setSlowMode: () => ({ events: [], result: null }),
    setShield: () => ({ events: [], result: null }),
    endShield: () => ({ events: [], result: null }),
    endSanctions: () => ({ events: [], result: null }),
    setAdmin: () => ({ events: [], result: "" }),
    setModerator: () => ({ events: [], result: "" }),
    eraseSender: () => {
      throw new Refusal("not_found", "There is no such message.");
    },
    makeAdmin: () => ({ events: [], result: null }),
    resetPassword: () => ({ events: [], result: null }),
    changePassword: () => ({ events: [], result: { version: 0 } }),
    endSignIns: () => ({ events: [], result: null }),
    openReset: () => ({ events: [], result: "" }),
    useReset: () => ({ events: [], result: 0 }),
    deleteAccount: () => {
      throw new Refusal("not_found", "There is no such user.");
    },
    react: () => ({ events: [], result: null }),
    countMood: () => ({ events: [], result: "" }),
  };
}

function withdrawn(ids: readonly number[]): Withdrawn {
  return { act: null, count: ids.length };
}
