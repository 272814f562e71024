import type { AuditActName } from "../../src/wire/limits.ts";
import { isolate, numbers } from "./numbers.ts";

const { count, number } = numbers("en", ["one", "other"]);

/** What staff do, and what the page says of it. */
export const moderation = {
  acts: {
    label: (user: string) => `More about this message of ${user}`,
    title: (user: string) => `What to do about ${isolate(user)}`,
    reason: "Reason, if any",
    reasonHint: "Told to whom it concerns, and kept among the acts of staff.",
    mute: "Mute",
    minutes: (n: number) => count(n, { one: "# minute", other: "# minutes" }),
    midnight: "Until midnight",
    more: "Send away",
    banHint:
      "A ban holds for a guest until midnight, for an account until it is lifted, and takes away what they said today.",
    eraseAll: "Delete all they said",
    erasedAll: "All that they said today is gone from every page.",
    wasMuted: (user: string) => `${isolate(user)} is muted.`,
  },

  sanctions: {
    tab: "Sanctions",
    title: "Muted or banned now",
    none: "Nobody is muted or banned.",
    muted: "muted",
    until: (when: string) => `Until ${isolate(when)}`,
    open: "Until it is lifted",
    reason: (reason: string) => `Reason: ${isolate(reason)}`,
    lift: "Lift",
    liftLabel: (user: string) => `Lift what ${user} is under`,
    lifted: "It is lifted.",
  },

  audit: {
    tab: "Acts",
    title: "What staff did",
    hint: "kept for 90 days, never with a text",
    none: "Nothing has been done.",
    older: "Older acts",
    targets: {
      message: (id: number) => `message ${id}`,
      account: (id: number) => `account ${id}`,
      event: (id: number) => `event ${id}`,
    },
    acts: {
      message_erased: "deleted a message",
      sender_erased: "deleted all that somebody said",
      account_deleted: "deleted an account",
      reset_opened: "made a link for a new password",
      cleared: "cleared the room",
      undone: "brought back what was deleted",
      topic_set: "changed the topic",
      topic_planned: "planned the topic of a day",
      topic_unplanned: "took back the topic of a day",
      rotation_set: "changed the rotation of topics",
      slow_mode_set: "slowed the room down",
      slow_mode_ended: "ended slow mode",
      shield_raised: "raised the shield",
      shield_ended: "ended the shield",
      hidden_kept: "brought back what was hidden",
      hidden_removed: "removed what was hidden",
      swept: "removed what newcomers had said",
      report_kept: "kept a reported message",
      report_removed: "removed a reported message",
      muted: "muted somebody",
      banned: "banned somebody",
      unbanned: "lifted a ban",
      lifted: "lifted a sanction",
      admin_made: "made somebody an admin",
      admin_unmade: "removed an admin",
      moderator_made: "made somebody a moderator",
      moderator_unmade: "removed a moderator",
    } satisfies Record<AuditActName, string>,
  },

  mode: {
    slow: "Slow mode",
    slowHint: "How long each sender waits between two messages, staff apart.",
    off: "Off",
    set: (n: number) =>
      n === 0 ? "Slow mode is off." : `One message every ${number(n)} s from now on.`,
  },

  role: {
    button: "Role",
    label: (user: string) => `Role of ${user}`,
    title: (user: string) => `Role of ${isolate(user)}`,
    names: { member: "Member", moderator: "Moderator", admin: "Admin" },
    may: {
      member: "Speaks under a name of their own.",
      moderator: "Deletes messages, mutes, bans, and slows the room down.",
      admin: "Does that too, changes the topic, and chooses who is staff.",
    },
    ends: "Who loses a role is signed out everywhere.",
    save: "Change the role",
    changed: (user: string, role: string) => `${isolate(user)} has another role now: ${role}.`,
  },

  owner: {
    button: "Account",
    label: (user: string) => `Account of ${user}`,
    title: (user: string) => `Account of ${isolate(user)}`,
    resetTitle: "A forgotten password",
    resetText:
      "A link with which they choose a new one. It is good once, and for an hour: give it to nobody else. A second step stays on.",
    reset: "Make a link",
    link: "Link for a new password",
    copy: "Copy",
    copied: "It is copied.",
    made: "It is made. An earlier one works no longer.",
    deleteText: "The account and everything it said today are destroyed, at once and for good.",
    deleted: (user: string) => `The account of ${isolate(user)} is gone.`,
  },
};

export type Moderation = typeof moderation;
