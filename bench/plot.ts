/** Bars by hand: deliveries a CPU second, a panel for each load that several servers carried. */

import { type Report, type Section, shown } from "./report.ts";

const FIGURE = "deliveries / CPU s";
const WIDTH = 760;
const LABEL = 170;
const BAR = 22;
const HEAD = 34;
const PAPER = "#0b0d0c";
const INK = "#e8ece9";
const OURS = "#39ff88";
const PEER = "#5c6b63";

export function plot({ sections, machine, commit, quick }: Report): string {
  const panels = sections.filter(({ rows }) => rows.some(({ figures }) => FIGURE in figures));
  let top = 44;
  const drawn = panels.map((panel) => {
    const at = top;
    top += HEAD + panel.rows.length * BAR + 12;
    return drawPanel(panel, at);
  });
  const height = top + 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="13" fill="${INK}" role="img" aria-label="Deliveries a CPU second by server and load">
<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>
<text x="16" y="28" font-size="16" font-weight="600">Deliveries a CPU second of the server: more is better</text>
${drawn.join("\n")}
<text x="16" y="${height - 14}" font-size="11" opacity="0.75">${escaped(`${machine}, commit ${commit}${quick ? "; quick run, a quarter of the clients" : ""}`)}</text>
</svg>
`;
}

function drawPanel({ name, about, rows }: Section, top: number): string {
  const most = Math.max(...rows.map(({ figures }) => figures[FIGURE] ?? 0), 1);
  const bars = rows.map(({ subject, figures }, at) => {
    const value = figures[FIGURE] ?? 0;
    const y = top + HEAD + at * BAR;
    const width = Math.max(1, (value / most) * (WIDTH - LABEL - 110));
    const fill = subject.startsWith("Rage Room") ? OURS : PEER;
    return `<text x="${LABEL - 10}" y="${y + 13}" text-anchor="end">${escaped(subject)}</text>
<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR - 5}" rx="2" fill="${fill}"/>
<text x="${(LABEL + width + 8).toFixed(1)}" y="${y + 13}">${shown(value)}</text>`;
  });
  return `<text x="16" y="${top + 20}"><tspan font-weight="600">${escaped(name)}</tspan><tspan dx="10" opacity="0.75">${escaped(about)}</tspan></text>
${bars.join("\n")}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
