import { isolate, numbers } from "./numbers.ts";

const { count } = numbers("en", ["one", "other"]);

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

  secondStep: {
    title: "Second step",
    text: "Beside the password, the account then asks for a code that an app on your phone shows. Whoever learns your password does not get in.",
    start: "Set it up",
    scan: "Scan this with an authenticator app, or type the key into it. Then give the code that it shows.",
    qr: "The key as a QR code",
    key: "Key",
    confirm: "Turn it on",
    on: "It is on.",
    left: (n: number) =>
      count(n, { one: "# recovery code is left.", other: "# recovery codes are left." }),
    codes: "Recovery codes",
    codesText:
      "Each of them works once in place of the app. They are not shown again: write them down.",
    kept: "I have written them down",
    anyCode: "Code of the app, or a recovery code",
    renew: "Make new recovery codes",
    off: "Turn the second step off",
    isOff: "It is off.",
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
