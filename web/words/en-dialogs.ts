import { numbers } from "./numbers.ts";

const { number, count } = numbers("en");

/** What is said in what opens over the room. */
export const dialogs = {
  picker: {
    title: "Emoji",
    search: "Search emoji",
    found: (n: number) => (n === 0 ? "Nothing found" : `${number(n)} found`),
    groups: [
      "Angry",
      "Faces and feelings",
      "People",
      "Animals and nature",
      "Food and drink",
      "Travel and places",
      "Activities",
      "Things",
      "Symbols",
    ],
  },

  cool: {
    title: "A minute to cool",
    lead: "Six slow breaths. They settle nothing; they are a minute of quiet.",
    breatheIn: "Breathe in",
    breatheOut: "Breathe out, slowly",
    left: (seconds: number) => count(seconds, { one: "# second left", other: "# seconds left" }),
    done: "That was a minute. Stay as long as you like.",
    close: "Back to the room",
  },

  invite: { title: "Invite" },

  settings: { title: "Settings" },

  help: {
    title: "Help",
    lead: "Some days need more than a room. Here is somebody to talk to.",
  },

  forget: {
    title: "How we forget",
  },

  receipt: {
    line: (n: number) =>
      `${count(n, { one: "# message", other: "# messages" })} of the last day: destroyed, looked for, and not found.`,
  },
};

export type Dialogs = typeof dialogs;
