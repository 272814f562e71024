import type { Close } from "../../client/link-state.ts";
import type { RefusalCode } from "../../src/wire/frames.ts";
import { dialogs } from "./en-dialogs.ts";
import { shield } from "./en-shield.ts";
import { isolate, numbers } from "./numbers.ts";

const { number, count } = numbers("en", ["one", "other"]);

/** Every sentence the pages say. A language is one object of this shape. */
export const words = {
  brand: "Rage Room",

  head: {
    here: (n: number) => `${number(n)} here`,
    number,
    gone: "gone in",
    city: (city: string) => `midnight in ${isolate(city)}`,
    otherZone: (zone: string) => `midnight, ${isolate(zone)}`,
    yours: (midnight: string, time: string) => `${midnight} (${time} your time)`,
    more: "more",
    less: "less",
    fuse: (percent: number) => `${number(percent)} percent of the day is left`,
    signIn: "Sign in",
    signOut: "Sign out",
    account: (user: string) => `${user}, your account`,
    admin: "Admin",
    skip: "Skip to your message",
    keys: "Keys",
  },

  log: {
    label: "Messages",
    midnight: (midnight: string) => `Everything here is deleted at ${midnight}.`,
    entering: "Coming in…",
    empty: "Nobody has said anything yet today.",
    emptyHint: "Say what is on your mind. At midnight it is gone.",
    removed: "Removed by a moderator",
    hidden: "What you said is out of sight until staff have looked at it.",
    admin: "admin",
    moderator: "moderator",
    reported: "Reported. Staff are told.",
    actsOn: (user: string) => `What to do about ${isolate(user)}’s message`,
    showAll: "Show all",
    showLess: "Show less",
    unread: "new since you left",
    pill: (n: number) => `${number(n)} new`,
    pillLabel: (n: number) =>
      `${count(n, { one: "# new message", other: "# new messages" })}: go to the end`,
    repliesTo: "In reply to",
    named: "Speaks to you:",
    first: "First words today",
    noReply: "Reply to nobody",
    ignored: (n: number) =>
      count(n, {
        one: "# line is out of sight, of people you ignore today.",
        other: "# lines are out of sight, of people you ignore today.",
      }),
    ignoreNobody: "Show them",
    toEnd: "Go to the end",
    burst: (n: number) => count(n, { one: "# new message", other: "# new messages" }),
    newTopic: (topic: string) => `The topic is now: ${isolate(topic)}`,
    muted: (until: string | undefined, reason: string | undefined) =>
      [
        until === undefined
          ? "You are muted until further notice."
          : `You are muted until ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Reason: ${isolate(reason)}`]),
      ].join(" "),
    unmuted: "You may speak again.",
    removedMine: (n: number) =>
      count(n, {
        one: "A moderator removed a message of yours.",
        other: "A moderator removed # messages of yours.",
      }),
    clearedEarlier: "A moderator emptied the room earlier today.",
    earlier: "Earlier messages",
    slow: (n: number) =>
      n === 0 ? "Slow mode is over." : `Slow mode: one message every ${number(n)} s.`,
    newDay: "Midnight. Everything said before is gone.",
    cleared: "A moderator emptied the room.",
    tooLong: "You were away too long to catch up; here is the room now.",
    notAReply: "The room may have lost messages: what you are writing is no reply any more.",
    back: (n: number) =>
      n === 0
        ? "Back. You missed nothing."
        : `Back. ${count(n, { one: "# message", other: "# messages" })} while you were away.`,
    minutesLeft: (n: number) =>
      `Everything here is gone in ${count(n, { one: "# minute", other: "# minutes" })}.`,
  },

  outbox: {
    sending: "Sending…",
    goes: (n: number) => `Goes by itself in ${number(n)} s`,
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
    until: (t: string) => `until ${t}`,
    untilMidnight: "until midnight",
    keep: "Keep it for today",
    now: (name: string) => `You are ${isolate(name)} from now on.`,
    label: "Your message",
    placeholder: "Let it out",
    send: "Send",
    seconds: (n: number) => `${number(n)} s`,
    wait: (n: number) =>
      `You can send again in ${count(n, { one: "# second", other: "# seconds" })}`,
    length: (used: string, most: number) => `${used} / ${number(most)}`,
    used: (n: number, atLeast: boolean) => `${number(n)}${atLeast ? "+" : ""}`,
    near: "You are near the end of the space.",
    tooLong: "That is too long to send.",
    cut: "Only the beginning fits here; the rest was left out.",
    accept: "By sending you accept the rules.",
  },

  burn: {
    short: "Burn",
    button: "Burn it: it goes nowhere",
    done: "Burned. It never left this page.",
  },

  link: {
    lost: (seconds: number) => `Connection lost. Next try in ${number(seconds)} s.`,
    why: (why: string, seconds: number) => `${why} Next try in ${number(seconds)} s.`,
    broken: "Connection lost. The page tries again by itself.",
    trying: "Connection lost. Trying now…",
    blocked:
      "This network or the server’s proxy lets no WebSockets through: you can read, but not speak.",
    now: "Try now",
    notDone: "Not done: there is no connection. Try again when it is back.",
    old: "This page is older than the room. Your draft stays when you reload it.",
    reload: "Reload",
    banned: (until: string | undefined, reason: string | undefined) =>
      [
        until === undefined
          ? "You are banned until further notice."
          : `You are banned until ${isolate(until)}.`,
        ...(reason === undefined ? [] : [`Reason: ${isolate(reason)}`]),
      ].join(" "),
    askWhy: "If you think that this is a mistake, ask whoever runs this room.",
    banOver: "The ban is over.",
    closed: {
      1001: "The room is restarting.",
      1002: "This page and the room do not understand each other. Reload the page.",
      1009: "That was too large for the room.",
      1013: "The room is full.",
      4000: "The room heard nothing from this page.",
      4001: "You are banned. The room is closed to you.",
      4002: "Your sign-in has ended; you come back as a guest.",
    } satisfies Record<Close["code"], string>,
  },

  refused: {
    invalid: "The room did not understand that.",
    empty: "There is nothing in that message.",
    too_long: "That message is too long.",
    too_many_lines: "That message has more than 20 lines.",
    control_character: "A message cannot hold control characters.",
    not_allowed: "This word is not said here.",
    not_plannable: "A topic can be planned from tomorrow on, at most a year ahead.",
    rate_limited: "That was a lot in one minute.",
    banned: "This account is banned.",
    muted: "You are muted.",
    slow_mode: "Slow mode is on.",
    proof_required: "Your browser could not work out the proof that the shield asks for.",
    shield_up: "New accounts wait while the shield is up.",
    newcomer:
      "Many newcomers speak at once, and take turns. Newcomers’ messages hold no links, and are no walls of capitals or emoji.",
    repeated: "That was just said. Say it in other words.",
    name_taken: "That name belongs to somebody else.",
    email_taken: "That e-mail address has an account already.",
    username_taken: "That username is taken, or looks like one that is.",
    wrong_credentials: "That e-mail address and password do not go together.",
    wrong_password: "That is not your password.",
    code_needed: "Your account asks for a code too: of your app, or a recovery code.",
    wrong_code: "That code is not right, or was used already.",
    common_password: "That password is one of the first that anybody would try. Choose another.",
    too_many_attempts: "Too many failed tries to sign in.",
    not_signed_in: "Sign in first.",
    not_admin: "Only an admin may do this.",
    not_staff: "Only admins and moderators may do this.",
    admin_protected: "That cannot be done to an admin or a moderator.",
    last_admin: "The last admin cannot be removed.",
    not_found: "That is not there any more.",
    setup_closed: "This setup link has been used or has expired.",
    zone_fixed:
      "The room's time zone stays as it is: it is set where the room is started, or something was said today.",
    reset_closed: "This link has been used or has expired. Ask for a new one.",
    busy: "The room is too busy right now.",
    unavailable: "The room cannot store anything right now.",
  } satisfies Record<RefusalCode, string>,

  problem: {
    unreachable: { title: "No connection", detail: "The room cannot be reached just now." },
    part: "That part of the page did not come. Try again.",
    retry: (seconds: number) =>
      count(seconds, { one: "Try again in # second.", other: "Try again in # seconds." }),
  },

  foot: {
    language: "Language",
  },

  own: {
    erase: "Delete",
    of: (act: string, text: string) => `${act}: ${isolate(text)}`,
    sure: "Delete for everyone?",
    felt: (n: number) =>
      n === 0
        ? "I hear you"
        : `I hear you: ${count(n, { one: "# person felt that", other: "# people felt that" })}`,
    forgotten: (n: number) =>
      `Forgotten: ${count(n, { one: "# message is gone.", other: "# messages are gone." })}`,
  },

  undo: { action: "Undo", deleted: "Deleted.", back: "It is back." },

  shield,
  ...dialogs,
};

export type Words = typeof words;
