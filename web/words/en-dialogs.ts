import { numbers } from "./numbers.ts";

const { count } = numbers("en", ["one", "other"]);

/** The names of what opens over the room, and what is said of it before it is there. */
export const dialogs = {
  picker: {
    title: "Emoji",
  },

  cool: {
    title: "A minute to cool",
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
