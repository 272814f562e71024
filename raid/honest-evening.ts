/**
 * An evening of nobody but honest people, and as lively as they come: people of a shape of its own,
 * crowds that a link brings, and moments when everybody says the same. Pure: a seed decides it.
 */
import { Random } from "../torture/random.ts";
import { shapeOf } from "./make-shape.ts";
import {
  crowd,
  honestAddress,
  type Person,
  type Plan,
  type Size,
  shaped,
  type Terms,
  times,
} from "./plan.ts";
import { Shape } from "./shape.ts";

/** Of a link that goes round: how many come, and within how many seconds. */
const CROWDS = { most: 2, people: [20, 300], seconds: [30, 90] } as const;
/** Of what everybody sees at once: how many of all say it, and within how many seconds. */
const CHANTS = { most: 3, share: [0.1, 0.6], seconds: [3, 10] } as const;
/** What they say then: everyone one of these. */
const CRIES = [
  "GOOOOOOAL",
  "the train is cancelled again",
  "oh no, not again",
  "it is back, it is back!",
  "happy new year everybody",
  "who turned off the lights",
];

export function honestEvening(size: Size, seed: number): Plan {
  const random = new Random(seed).fork("honest evening");
  const endMs = size.seconds * 1_000;
  const terms = { size, raidMs: 0, endMs, random };
  const { people: shape } = Shape.parse(shapeOf(seed));
  const usual = [
    ...shaped("heard", terms, seed, shape),
    ...shaped("new", terms, seed, shape),
    ...times(random.whole(0, CROWDS.most), (at) => arriving(at, terms)).flat(),
  ];
  const chants = times(random.whole(0, CHANTS.most), () => chant(terms));
  const people = usual.map((person) => chants.reduce((one, join) => join(one), person));
  return { people, raidMs: 0, endMs, isAfterMidnight: false };
}

function arriving(wave: number, terms: Terms): Person[] {
  const random = terms.random.fork(`wave ${wave}`);
  const { size, endMs } = terms;
  const fromMs = random.next() * endMs;
  const withinMs = random.whole(...CROWDS.seconds) * 1_000;
  const count = Math.ceil(random.whole(...CROWDS.people) * size.share);
  return crowd(count, { ...terms, random }, (at) => ({
    address: honestAddress(1_000 * (wave + 1) + at),
    arrivesMs: fromMs + random.next() * withinMs,
  })).map((person) => ({ ...person, name: `wave${wave} ${person.name}` }));
}

/** Something happens: some of those who are there say it, each once. */
function chant({ random, endMs }: Terms): (person: Person) => Person {
  const fromMs = random.next() * endMs;
  const withinMs = random.whole(...CHANTS.seconds) * 1_000;
  const [least, most] = CHANTS.share;
  const share = least + random.next() * (most - least);
  const cries = [random.pick(CRIES), random.pick(CRIES)];
  return (person) => {
    const isThere = person.arrivesMs < fromMs;
    const atMs = fromMs + random.next() * withinMs;
    const text = random.pick(cries);
    if (!isThere || random.next() > share || atMs >= endMs) return person;
    const lines = [...person.lines, { atMs, text }].toSorted((a, b) => a.atMs - b.atMs);
    return { ...person, lines };
  };
}
