/** What a scrape says, taken apart (Prometheus' text format). */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

export interface Family {
  help: string;
  type: string;
  samples: Sample[];
}

export type Scrape = Map<string, Family>;

export async function scrape(url: URL | null): Promise<Scrape> {
  if (url === null) throw new Error("The room serves no metrics.");
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The metrics were answered with ${response.status}.`);
  return parse(await response.text());
}

/** The one sample of that name which has these labels. */
export function sampleValue(scraped: Scrape, name: string, labels: Record<string, string> = {}) {
  const found = [...scraped.values()]
    .flatMap(({ samples }) => samples)
    .filter((sample) => sample.name === name)
    .filter((sample) =>
      Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    );
  if (found.length > 1) throw new Error(`${name} has ${found.length} samples with these labels.`);
  return found[0]?.value;
}

function parse(text: string): Scrape {
  const families: Scrape = new Map();
  let current: Family = { help: "", type: "", samples: [] };
  for (const line of text.split("\n")) {
    const [, word = "", name = "", rest = ""] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (word === "HELP") {
      current = { help: rest, type: "", samples: [] };
      families.set(name, current);
    } else if (word === "TYPE") current.type = rest;
    else if (line !== "") current.samples.push(sampleOf(line));
  }
  return families;
}

function sampleOf(line: string): Sample {
  const [, name = "", labels = "", value = ""] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (name === "") throw new Error(`“${line}” is no sample.`);
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
  return {
    name,
    labels: Object.fromEntries(pairs.map(([, label = "", text = ""]) => [label, text])),
    value: Number(value.replace("Inf", "Infinity")),
  };
}
