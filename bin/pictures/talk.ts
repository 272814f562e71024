/** What is said in the pictures. */
export const TOPIC = {
  DAILY_TOPIC: "Printers that know when you are late",
  DAILY_RULES: "Rage at things, not at people. No names, no links.",
};

type Said = readonly (readonly [who: string, text: string, seconds: number])[];

export const CYAN =
  "It printed page 1 of 2, and then asked for cyan. For a black and white letter.";
export const TRAY =
  "Mine says “paper jam in tray 3”. There is no tray 3. I have asked it to show me tray 3 and it went offline 🙃";

/** Enough to fill a screen, ending with what is worth reading. */
export const EARLIER: Said = [
  ["g", "PC LOAD LETTER. It has been forty years. WHAT DOES IT MEAN", 61],
  ["h", "the office one prints a test page whenever someone walks past", 40],
  ["h", "it is lonely and it wants us to know", 95],
  ["a", CYAN, 25],
  ["a", "WHY. IS. CYAN.", 48],
  ["b", TRAY, 70],
  [
    "admin",
    "Gentle reminder: machines only. HR reads nothing here, because at midnight nobody can.",
    55,
  ],
  ["c", "Six minutes before the interview it decided to clean its heads.", 20],
  ["c", "Deadline in ten. It is updating. It is proud of updating.", 31],
];

export const MINE = "It is still cleaning. I got the job. The letter is still not printed.";

export const LATER: Said = [
  ["d", "mine just printed 400 pages of one single dot", 10],
  ["d", "per page", 15],
  ["e", "Driver not found. YOU ARE THE PRINTER. YOU ARE RIGHT THERE.", 20],
  ["f", "out of magenta, refuses to SCAN", 12],
  ["b", "update: it found tray 3", 9],
];
