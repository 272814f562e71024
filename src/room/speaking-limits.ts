const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** Limits are written for a room with this many messages a minute. A room with more allows more. */
export const USUAL_MESSAGES_PER_MINUTE = 25;

/** Who may say how much. Times in milliseconds. */
export interface SpeakingLimits {
  /** Messages a minute, for each sender. */
  perMinute: number;
  /** Who is *heard*: present for so long, with a message that stands for so long. */
  heardAfter: number;
  heardStood: number;
  /** Which guest is *regular*: present for so long today, with so many messages that stand. */
  regularAfter: number;
  regularMessages: number;
  /** Which account is: so old, without a sanction for so long. */
  regularAge: number;
  regularClean: number;
  /** What all newcomers together may say a second, at least. */
  newcomersPerSecond: number;
  /** Or this part of what everyone else says, where that is more. */
  newcomersShare: number;
  /** What the newcomers of one range of addresses may say a minute. */
  newcomersPerRange: number;
  /** How long a newcomer's message waits for its turn before it is refused. */
  newcomersWait: number;
}

export const USUAL_LIMITS: SpeakingLimits = {
  perMinute: USUAL_MESSAGES_PER_MINUTE,
  heardAfter: 3 * MINUTE,
  heardStood: MINUTE,
  regularAfter: 30 * MINUTE,
  regularMessages: 5,
  regularAge: DAY,
  regularClean: 7 * DAY,
  newcomersPerSecond: 1,
  newcomersShare: 0.5,
  newcomersPerRange: 20,
  newcomersWait: 20 * SECOND,
};

/** How much more than usual a room allows. */
export const limitsFactor = (perMinute: number) =>
  Math.max(1, perMinute / USUAL_MESSAGES_PER_MINUTE);

/** The usual limits of a room with so many messages a minute. */
export function speakingLimits(perMinute: number): SpeakingLimits {
  const factor = limitsFactor(perMinute);
  return {
    ...USUAL_LIMITS,
    perMinute,
    newcomersPerSecond: USUAL_LIMITS.newcomersPerSecond * factor,
    newcomersPerRange: Math.ceil(USUAL_LIMITS.newcomersPerRange * factor),
  };
}
