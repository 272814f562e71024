import { isolate } from "./numbers.ts";

/** What is said on the account's page alone. */
export const words = {
  account: {
    title: "Your account",
    tab: "Your account: Rage Room",
    as: (user: string, email: string) => `Signed in as ${isolate(user)}, ${isolate(email)}`,
    loading: "Loading…",
  },

  password: {
    title: "Change the password",
    ends: "Every sign-in from before ends with it; this one goes on.",
    current: "Current password",
    action: "Change it",
    done: "It is changed. Every sign-in from before has ended.",
  },

  signIns: {
    title: "Where you are signed in",
    hint: "Times are kept to the hour, and nothing else.",
    since: (when: string) => `Since ${isolate(when)}`,
    used: (when: string) => `last used ${isolate(when)}`,
    here: "this one",
    endLabel: (when: string) => `Sign out what is signed in since ${when}`,
    ended: "It is signed out.",
    everywhere: "Sign out everywhere",
  },

  leave: {
    title: "Delete the account",
    text: "The account and everything you said today are destroyed, at once and for good. Your name becomes free.",
    confirm: (user: string) => `To go on, type ${isolate(user)}`,
    another: "That is another name.",
    action: "Delete it for good",
  },
};

export type AccountWords = typeof words;
