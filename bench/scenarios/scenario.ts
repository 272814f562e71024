import type { Subject } from "../subjects.ts";

/** What was measured, by its heading in the table. */
export type Figures = Readonly<Record<string, number>>;

export interface Row {
  readonly subject: string;
  /** The median of each figure over the repeats. */
  readonly figures: Figures;
  readonly repeats: readonly Figures[];
}

export interface Target {
  readonly what: string;
  readonly at: "most" | "least";
  readonly limit: number;
  readonly figure: number;
}

export function atMost(limit: number, what: string, figure: number): Target {
  return { what, at: "most", limit, figure };
}

export function atLeast(limit: number, what: string, figure: number): Target {
  return { what, at: "least", limit, figure };
}

export interface Scenario {
  readonly name: string;
  readonly about: string;
  run(bench: Bench): Promise<Row[]>;
  targets(rows: readonly Row[]): Target[];
}

/** How large a run is, and where it tells its progress. */
export class Bench {
  readonly quick: boolean;

  constructor(quick: boolean) {
    this.quick = quick;
  }

  /** A quick run has a quarter of the clients, a tenth of the time, and one repeat. */
  clients(full: number): number {
    return this.quick ? full / 4 : full;
  }

  ms(full: number): number {
    return this.quick ? full / 10 : full;
  }

  /** How long a round waits for what is on its way. */
  get drainMs(): number {
    return this.quick ? 1_500 : 5_000;
  }

  /** Leaves the server alone, so that what is garbage is gone from its memory. */
  settle(): Promise<void> {
    return Bun.sleep(this.quick ? 1_500 : 5_000);
  }

  get repeats(): number {
    return this.quick ? 1 : 3;
  }

  progress(text: string): void {
    console.error(`${new Date().toTimeString().slice(0, 8)}  ${text}`);
  }

  /** Measures each subject in turn, then all again, so that a slow minute hits all alike. */
  async interleave<S extends Pick<Subject, "name">>(
    scenario: string,
    subjects: readonly S[],
    once: (subject: S) => Promise<Figures>,
  ): Promise<Row[]> {
    const measured = new Map<S, Figures[]>(subjects.map((subject) => [subject, []]));
    for (let repeat = 1; repeat <= this.repeats; repeat += 1) {
      for (const [subject, repeats] of measured) {
        this.progress(`${scenario}: ${subject.name}, ${repeat} of ${this.repeats}`);
        repeats.push(await once(subject));
      }
    }
    return [...measured].map(([subject, repeats]) => ({
      subject: subject.name,
      figures: medians(repeats),
      repeats,
    }));
  }
}

/** A row's figure; missing is NaN, which meets no target. */
export function figure(rows: readonly Row[], subject: Pick<Subject, "name">, name: string): number {
  return rows.find((row) => row.subject === subject.name)?.figures[name] ?? Number.NaN;
}

function medians(repeats: readonly Figures[]): Figures {
  const names = Object.keys(repeats[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const sorted = repeats.map((figures) => figures[name] ?? Number.NaN).sort((a, b) => a - b);
      return [name, sorted[Math.floor(sorted.length / 2)] ?? Number.NaN];
    }),
  );
}
