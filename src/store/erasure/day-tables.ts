/** What dies at midnight lies in these tables. */
export const DAY_TABLES = [
  "messages",
  "withdrawn",
  "tombstones",
  "sends",
  "felts",
  "reports",
  "guest_sanctions",
  "events",
] as const;
