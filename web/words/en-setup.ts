import { isolate } from "./numbers.ts";

/** What is said at the first run, to who is signed in already, and to who invites. */
export const words = {
  setup: {
    title: "Open your room",
    lead: "One form, and you are in. The account you make here runs the room.",
    topic: "Today's topic",
    topicHint: "What people let off steam about today. It can be changed at any time.",
    rules: "Rules",
    rulesHint: "They may stay empty.",
    zone: "Time zone of midnight",
    zoneHint: "At midnight there, everything said is destroyed.",
    midnight: (when: string, left: string) => `Next midnight: ${when} your time, in ${left}`,
    browsers: (zone: string) => `Use this browser's: ${isolate(zone)}`,
    fixed: {
      variable: "TIMEZONE names it, where the room is started.",
      said: "Something was said today, so today keeps its midnight.",
    },
    action: "Open the room",
    spentTitle: "This setup link is spent",
    spent: "It was used, or its hour is over.",
    spentIn: "Where the first admin is made already, sign in.",
    spentAgain: "Where there is none, stop the room and start it again: it prints another link.",
    again: "Try again",
  },

  signedIn: {
    as: (user: string) => `You are signed in as ${isolate(user)}.`,
    account: "Your account",
  },

  steps: {
    title: "Your room is open",
    lead: "Three things that help, whenever you like:",
    topics: "Prepare topics for the days to come",
    moderator: "Make somebody a moderator, once they have an account",
    link: "Pass on the room's link or its QR code",
    hide: "Hide this list",
  },

  invite: {
    lead: "Whoever has this link can read at once, and speak without an account.",
    link: "The room's link",
    copy: "Copy the link",
    copied: "It is copied.",
    byHand: "It could not be copied. The link is marked: copy it by hand.",
    share: "Share",
    code: (link: string) => `QR code of ${link}`,
    here: "This address works on this machine alone. Open the room at its address from outside, and invite from there.",
  },
};

export type SetupWords = typeof words;
