import { type SpeakingLimits, speakingLimits } from "./room/speaking-limits.ts";
import { SPEAKING, type Variable } from "./variables.ts";

/** A variable as it is parsed, or its fallback where it is unset or wrong. */
export type Read = <Value>(variable: Variable<Value>) => Value;

/** The limits as the variables set them. The defaults follow from the messages a minute. */
export function readSpeakingLimits(read: Read, perMinute: number): SpeakingLimits {
  const usual = speakingLimits(perMinute);
  const limit = (name: keyof typeof SPEAKING) => read({ ...SPEAKING[name], fallback: usual[name] });
  return {
    perMinute,
    heardAfter: limit("heardAfter"),
    heardStood: limit("heardStood"),
    regularAfter: limit("regularAfter"),
    regularMessages: limit("regularMessages"),
    regularAge: limit("regularAge"),
    regularClean: limit("regularClean"),
    newcomersPerSecond: limit("newcomersPerSecond"),
    newcomersShare: limit("newcomersShare"),
    newcomersPerRange: limit("newcomersPerRange"),
    newcomersWait: limit("newcomersWait"),
  };
}
