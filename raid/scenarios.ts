/** The raids, and the crowds that are none. */
import { Random } from "../torture/random.ts";
import {
  crowd,
  honestAddress,
  type Line,
  type Manner,
  type Person,
  type Plan,
  ROUNDS,
  raidAddress,
  type Size,
  shaped,
  type Terms,
  times,
} from "./plan.ts";
import { honestText, hostileText, ONE_TEXT } from "./texts.ts";

interface Scenario {
  about: string;
  /** Whether the newcomers of the recorded shape come too; else those of the scenario alone are new. */
  hasNewcomers: boolean;
  isAfterMidnight?: boolean;
  /** How long after the begin of the raid somebody of staff comes, if anybody does, as a part of the evening. */
  staffAfter?: number;
  /** Who comes beside the honest people of the recorded shape. */
  others: (terms: Terms) => Person[];
}

const ONE_ADDRESS = "192.168.66.6";
const HOUSE = "192.168.7.7";
/** The recorded shape goes on for this long before a raid begins. */
const CALM_MS = 10_000;
const AFTER_MIDNIGHT_MS = 1_000;
const MINUTE_MS = 60_000;

const passes: Scenario = {
  about: "100 sockets of one address, a new pass each time, one text",
  hasNewcomers: true,
  others: (terms) =>
    raiders(100, terms, () => ({
      address: ONE_ADDRESS,
      manner: "a pass each time",
      everyMs: 500,
      text: () => ONE_TEXT,
    })),
};

const identities: Scenario = {
  about: "500 identities on 500 ranges, changing texts, each once in 15 s",
  hasNewcomers: true,
  others: (terms) =>
    raiders(500, terms, (at) => ({
      address: raidAddress(at),
      manner: "keeps the pass",
      everyMs: 15_000,
      text: hostileText,
    })),
};

const few: Scenario = {
  about: "20 people with texts of their own",
  hasNewcomers: true,
  others: (terms) =>
    raiders(20, terms, (at) => ({
      address: raidAddress(at),
      manner: "keeps the pass",
      everyMs: 3_000,
      text: hostileText,
    })),
};

const evader: Scenario = {
  about: "one evader, with a new pass after each refusal",
  hasNewcomers: true,
  others: ({ size, ...terms }) =>
    raiders(1, { ...terms, size: { ...size, share: 1 } }, () => ({
      address: ONE_ADDRESS,
      manner: "a pass once refused",
      everyMs: 1_000,
      text: hostileText,
    })),
};

const reporters: Scenario = {
  about: "30 passes that were heard report what honest regulars say; staff come after half of it",
  hasNewcomers: true,
  staffAfter: 0.5,
  others: ({ size, random }) =>
    times(Math.ceil(30 * Math.max(size.share, 0.1)), (at) => {
      const own = random.fork(`reporter ${at}`);
      return {
        name: `raid${at}`,
        side: "raid",
        address: raidAddress(at),
        manner: "keeps the pass",
        arrivesMs: 0,
        lines: [],
        before: times(ROUNDS, () => honestText(own, own.whole(20, 60))),
        reports: true,
      };
    }),
};

const link: Scenario = {
  about: "500 honest newcomers within a minute from a link",
  hasNewcomers: false,
  others: (terms) => {
    const { size, raidMs, random } = terms;
    const withinMs = Math.min(MINUTE_MS, size.seconds * 600);
    return crowd(Math.ceil(500 * size.share), terms, (at) => ({
      address: honestAddress(1_000 + at),
      arrivesMs: raidMs + random.next() * withinMs,
    }));
  },
};

const house: Scenario = {
  about: "40 honest people behind one address",
  hasNewcomers: false,
  others: (terms) =>
    crowd(40, terms, () => ({
      address: HOUSE,
      arrivesMs: terms.raidMs + terms.random.next() * Math.min(10_000, terms.size.seconds * 500),
    })),
};

export const SCENARIOS = {
  calm: { about: "the honest people alone", hasNewcomers: true, others: () => [] },
  S1: passes,
  S2: identities,
  S3: few,
  "S3-mod": { ...few, about: "S3, with one moderator", staffAfter: 0 },
  "S2-mod": { ...identities, about: "S2, with one moderator", staffAfter: 0 },
  S4: evader,
  S5: reporters,
  S6: link,
  S7: house,
  "S8-S1": { ...passes, about: "S1, a second after midnight", isAfterMidnight: true },
  "S8-S2": { ...identities, about: "S2, a second after midnight", isAfterMidnight: true },
} satisfies Record<string, Scenario>;
export type ScenarioName = keyof typeof SCENARIOS;

export const NAMES = Object.keys(SCENARIOS).filter((name) => isScenario(name));

function isScenario(name: string): name is ScenarioName {
  return name in SCENARIOS;
}

/** All that is sent follows from this, whatever the room answers and however fast it is. */
export function planOf(name: ScenarioName, size: Size, seed: number): Plan {
  const { hasNewcomers, isAfterMidnight = false, others, staffAfter }: Scenario = SCENARIOS[name];
  const raidMs = isAfterMidnight ? AFTER_MIDNIGHT_MS : Math.min(CALM_MS, size.seconds * 500);
  const endMs = raidMs + size.seconds * 1_000;
  const terms = { size, raidMs, endMs, random: new Random(seed).fork(name.replace("-mod", "")) };
  const people = [
    ...shaped("heard", terms, seed),
    ...(hasNewcomers ? shaped("new", terms, seed) : []),
    ...others(terms),
  ];
  const plan = { people, raidMs, endMs, isAfterMidnight };
  return staffAfter === undefined
    ? plan
    : { ...plan, staffMs: raidMs + staffAfter * size.seconds * 1_000 };
}

interface Habit {
  address: string;
  manner: Manner;
  /** From one message to the next; where it has to wait for an answer, longer. */
  everyMs: number;
  text: (random: Random) => string;
}

function raiders(count: number, terms: Terms, habit: (at: number) => Habit): Person[] {
  const { size, raidMs, endMs, random } = terms;
  return times(Math.ceil(count * size.share), (at) => {
    const own = random.fork(`raider ${at}`);
    const { address, manner, everyMs, text } = habit(at);
    const first = raidMs + (at === 0 ? 0 : own.next() * everyMs);
    const lines: Line[] = [];
    for (let atMs = first; atMs < endMs; atMs += everyMs) lines.push({ atMs, text: text(own) });
    return {
      name: `raid${at}`,
      side: "raid",
      address,
      manner,
      arrivesMs: first,
      lines,
      before: [],
    };
  });
}
