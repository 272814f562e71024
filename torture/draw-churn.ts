/** What a room's process held over an hour, as lines one above the other. */

export interface Sample {
  minute: number;
  mebibytes: number;
  descriptors: number;
  /** From saying a message to knowing that it is stored, in milliseconds. */
  p50: number;
  p99: number;
}

type Line = Exclude<keyof Sample, "minute">;

const LINES: readonly [line: Line, title: string][] = [
  ["mebibytes", "Memory (resident), MiB"],
  ["descriptors", "Open descriptors"],
  ["p50", "Said to stored, p50, ms"],
  ["p99", "Said to stored, p99, ms"],
];
const WIDTH = 760;
const LEFT = 60;
const PANEL = 120;
const HEAD = 30;
const PAPER = "#0b0d0c";
const INK = "#e8ece9";
const OURS = "#39ff88";

/** An SVG of its own. */
export function drawChurn(samples: readonly Sample[], about: string): string {
  const height = LINES.length * PANEL + 40;
  const panels = LINES.map(([line, title], at) => panel(samples, line, title, at * PANEL));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}" role="img" aria-label="Memory, descriptors and delays of a room while people come and go">
<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>
${panels.join("\n")}
<text x="16" y="${height - 14}" font-size="11" opacity="0.75">${about}</text>
</svg>
`;
}

function panel(samples: readonly Sample[], line: Line, title: string, top: number): string {
  const most = Math.max(...samples.map((sample) => sample[line]), 1);
  const last = samples.at(-1)?.minute ?? 1;
  const bottom = top + PANEL - 10;
  const points = samples.map((sample) => {
    const x = LEFT + (sample.minute / last) * (WIDTH - LEFT - 16);
    const y = bottom - (sample[line] / most) * (PANEL - HEAD - 10);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return `<text x="16" y="${top + 20}" font-weight="600">${title}</text>
<text x="${LEFT - 8}" y="${top + HEAD + 8}" text-anchor="end" opacity="0.75">${most.toFixed(0)}</text>
<text x="${LEFT - 8}" y="${bottom}" text-anchor="end" opacity="0.75">0</text>
<path d="M${LEFT} ${bottom}H${WIDTH - 16}" stroke="${INK}" opacity="0.3"/>
<polyline points="${points.join(" ")}" fill="none" stroke="${OURS}" stroke-width="1.5"/>`;
}
