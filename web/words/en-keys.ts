/** What the list of keys says. */
export const words = {
  keys: {
    toMessages: "to the messages",
    walk: "from message to message",
    firstAndLast: "to the first and the last that is shown",
    menu: "what can be done with a message",
    leave: "back to your message; from there, to the end of the room",
    write: "to your message",
    list: "this list",
    hold: "hold the messages still while it is down (for staff)",
    single: "Keys of one character do something while you are not writing",
  },
};

export type KeyWords = typeof words;
