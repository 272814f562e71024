/**
 * How often the room takes an honest evening for a raid: `npx bun raid/evenings.ts --evenings=100`.
 * In virtual time, so an evening of five minutes takes seconds.
 */
import { parseArgs } from "node:util";
import { commit } from "../bench/report.ts";
import { resultOf } from "./figures.ts";
import { honestEvening } from "./honest-evening.ts";
import { SHAPE } from "./shape.ts";
import { virtualEvening } from "./virtual-evening.ts";

const { values } = parseArgs({
  options: {
    evenings: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
    seconds: { type: "string", default: `${SHAPE.seconds}` },
  },
});
const [evenings, from, seconds] = [values.evenings, values.from, values.seconds].map(Number);
if (!evenings || !from || !seconds || seconds > SHAPE.seconds) {
  console.error(
    `--evenings, --from and --seconds take whole numbers; an evening has ${SHAPE.seconds} s.`,
  );
  process.exit(2);
}

const size = { seconds, people: SHAPE.people.length, share: 1 };
const raised: number[] = [];
let messages = 0;
for (let seed = from; seed < from + evenings; seed++) {
  const outcome = await virtualEvening(honestEvening(size, seed));
  const { storedHonest } = resultOf(outcome).figures;
  messages += storedHonest;
  if (outcome.shields > 0) raised.push(seed);
  console.error(`seed ${seed}: ${storedHonest} messages, ${outcome.shields} shields`);
}
const seeds = raised.length > 0 ? `, seeds ${raised.join(", ")}` : "";
console.log(
  `The shield went up in ${raised.length} of ${evenings} honest evenings${seeds}. ` +
    `${messages} messages, ${seconds} s each, from seed ${from}, commit ${commit()}`,
);
