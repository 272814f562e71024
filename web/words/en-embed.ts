/** All that the log in another site's frame says. */
export const embed = {
  label: "Messages",
  moderator: "moderator",
  admin: "admin",
  newDay: "Midnight. Everything said before is gone.",
  cleared: "A moderator emptied the room.",
  lost: "Connection lost. It comes back by itself.",
  closed: "The room is closed here.",
  /** Of the link to the room at that host. */
  open: (host: string) => `Rage Room at ${host}`,
};
