const west = new Date().getUTCHours() - 12;
/** About noon now: a room with the machine's clock has no midnight in it until one is asked for. */
export const NOON_ZONE = west === 0 ? "Etc/GMT" : `Etc/GMT${west > 0 ? "+" : ""}${west}`;
