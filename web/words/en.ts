import type { Close } from "../shared/link.ts";

const plural = new Intl.PluralRules("en");
const number = new Intl.NumberFormat("en");

function count(n: number, one: string, other: string): string {
  return `${number.format(n)} ${plural.select(n) === "one" ? one : other}`;
}

/** Every sentence the pages say. A language is one object of this shape. */
export const words = {
  brand: "Rage Room",

  head: {
    here: (n: number) => `${number.format(n)} here`,
    gone: "gone in",
    fuse: (percent: number) => `${number.format(percent)} percent of the day is left`,
    signIn: "Sign in",
    signOut: "Sign out",
    admin: "Admin",
    skip: "Skip to your message",
  },

  log: {
    label: "Messages",
    midnight: (zone: string) => `Everything here is deleted at midnight, ${zone}.`,
    entering: "Coming in…",
    empty: "Nobody has said anything yet today.",
    emptyHint: "Say what is on your mind. At midnight it is gone.",
    removed: "Removed by a moderator",
    admin: "admin",
    unread: "new since you left",
    pill: (n: number) => `${number.format(n)} new`,
    pillLabel: (n: number) => `${count(n, "new message", "new messages")}: go to the end`,
    toEnd: "Go to the end",
    burst: (n: number) => count(n, "new message", "new messages"),
    newTopic: (topic: string) => `The topic is now: ${topic}`,
    newDay: "Midnight. Everything said before is gone.",
    cleared: "A moderator emptied the room.",
    tooLong: "You were away too long to catch up; here is the room now.",
    back: (n: number) =>
      n === 0
        ? "Back. You missed nothing."
        : `Back. ${count(n, "message", "messages")} while you were away.`,
    minutesLeft: (n: number) => `Everything here is gone in ${count(n, "minute", "minutes")}.`,
  },

  outbox: {
    sending: "Sending…",
    waiting: "Waiting for the connection",
    failed: (why: string) => `Not sent: ${why}`,
    midnight: "midnight came first.",
    signedOut: "your sign-in has ended.",
    stopped: "the room is closed to you.",
    again: "Try again",
    discard: "Discard",
  },

  composer: {
    as: "as",
    roll: "Roll another name",
    label: "Your message",
    placeholder: "Let it out",
    send: "Send",
    seconds: (n: number) => `${number.format(n)} s`,
    wait: (n: number) => `You can send again in ${count(n, "second", "seconds")}`,
    length: (used: string, most: number) => `${used} / ${number.format(most)}`,
    used: (n: number, atLeast: boolean) => `${number.format(n)}${atLeast ? "+" : ""}`,
    near: "You are near the end of the space.",
    tooLong: "That is too long to send.",
    accept: "By sending you accept the rules.",
  },

  link: {
    lost: (seconds: number) => `Connection lost. Next try in ${number.format(seconds)} s.`,
    why: (why: string, seconds: number) => `${why} Next try in ${number.format(seconds)} s.`,
    broken: "Connection lost. The page tries again by itself.",
    trying: "Connection lost. Trying now…",
    now: "Try now",
    closed: {
      1001: "The room is restarting.",
      1002: "This page and the room do not understand each other. Reload the page.",
      1009: "That was too large for the room.",
      1013: "The room is full.",
      4000: "The room heard nothing from this page.",
      4001: "This account is banned. The room is closed to it.",
      4002: "Your sign-in has ended; you come back as a guest.",
    } satisfies Record<Close["code"], string>,
  },

  login: {
    title: "Sign in to Rage Room",
    lead: "An account keeps your name. Everything you say is still gone at midnight.",
    tabs: "Sign in or register",
    signIn: "Sign in",
    register: "Register",
    email: "E-mail",
    username: "Username",
    usernameHint: "3 to 50 letters, digits, underscores or hyphens. Everyone sees it.",
    emailHint: "For signing in. Only admins can see it.",
    password: "Password",
    passwordHint: (least: number) => `At least ${number.format(least)} characters.`,
    show: "Show password",
    hide: "Hide password",
    busy: "One moment…",
    registered: "Your account is made. Sign in with it now.",
    back: "Back to the room",
    setupTitle: "Make the first admin",
    setupLead: "This account runs the room. The link that brought you here works once.",
    setup: "Make the admin",
    setupDone: "The admin is made. Sign in with it now.",
    needAdmin: "Sign in as an admin to see that page.",
    notAdmin: "That page is for admins, and this account is not one.",
    needed: "This is needed.",
    emailShape: "An e-mail address looks like name@example.com.",
    usernameShape: "A username has 3 to 50 letters, digits, underscores or hyphens.",
    passwordShort: (least: number) => `A password has at least ${number.format(least)} characters.`,
  },

  admin: {
    sections: "Sections",
    now: "Now",
    people: "People",
    room: "To the room",
    wipes: "wipes in",
    figures: "Figures",
    here: "here now",
    today: "messages today",
    minute: "in the last minute",
    accounts: "accounts",
    total: "messages stored",
    live: "The room, live",
    liveHint: "newest first; it waits while you point at it",
    waiting: (n: number) => `${count(n, "new message waits", "new messages wait")}`,
    quiet: "Nothing has been said today.",
    delete: "Delete",
    deleteLabel: (user: string) => `Delete this message of ${user}`,
    more: "Older messages",
    clear: "Clear all messages",
    clearTitle: "Clear all messages?",
    clearText: "Everything said today leaves the store and every open page. It cannot be undone.",
    clearYes: "Clear them all",
    cancel: "Cancel",
    topicTitle: "Today's topic",
    topic: "Topic",
    rules: "Rules",
    change: "Change it for everyone",
    user: "Name",
    since: "Since",
    action: "Action",
    roleAdmin: "admin",
    banned: "banned",
    ban: "Ban",
    unban: "Unban",
    banLabel: (user: string) => `Ban ${user}`,
    unbanLabel: (user: string) => `Lift the ban on ${user}`,
    banTitle: (user: string) => `Ban ${user}?`,
    banText: "Their open pages close at once, and their sign-ins stop working.",
    page: (from: number, to: number) =>
      to < from ? "No more people" : `${number.format(from)} to ${number.format(to)}`,
    previous: "Previous",
    next: "Next",
    loading: "Loading…",
    number: (n: number) => number.format(n),
    linkLost: "The live view is cut off; it comes back by itself.",
  },

  problem: {
    unreachable: { title: "No connection", detail: "The room cannot be reached just now." },
  },
};

export type Words = typeof words;
