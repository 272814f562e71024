import { useEffect, useRef } from "preact/hooks";
// First: see there.
import "./plot-language.ts";
import uPlot from "uplot";
import { locale } from "../words/words.ts";

interface Props {
  /** When the first minute began, in milliseconds since the epoch. */
  from: number;
  lines: readonly Line[];
  zone: string;
}

export interface Line {
  /** One a minute; null where nobody counted. */
  values: readonly (number | null)[];
  /** A colour of web/tokens.css. */
  colour: string;
}

const MINUTE_S = 60;
const HOUR_S = 3_600;
/** A scale that is lower than this would make much of little. */
const LEAST_TOP = 4;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000];
const FACE = "12px system-ui, sans-serif";

/** A line over the day, as wide as its place and as high. It only shows: what it says stands beside it. */
export default function Plot({ from, lines, zone }: Props) {
  const colours = lines.map(({ colour }) => colour).join(" ");
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<uPlot | null>(null);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const plot = new uPlot(optionsFor(box, zone, colours.split(" ")), [[], []], box);
    drawn.current = plot;
    const fit = new ResizeObserver(() => plot.setSize(sizeOf(box)));
    fit.observe(box);
    const themes = ["(prefers-color-scheme: light)", "(forced-colors: active)"].map((query) =>
      matchMedia(query),
    );
    const redraw = () => plot.redraw();
    for (const theme of themes) theme.addEventListener("change", redraw);
    // A theme chosen in the room, in another tab.
    addEventListener("storage", redraw);
    return () => {
      for (const theme of themes) theme.removeEventListener("change", redraw);
      removeEventListener("storage", redraw);
      fit.disconnect();
      plot.destroy();
    };
  }, [zone, colours]);
  useEffect(() => {
    const [first] = lines;
    const minutes = first?.values.map((_, at) => from / 1_000 + at * MINUTE_S) ?? [];
    drawn.current?.setData([minutes, ...lines.map(({ values }) => [...values])]);
  }, [from, lines, zone, colours]);
  return <div class="canvas" dir="ltr" aria-hidden="true" ref={place} />;
}

function optionsFor(box: HTMLElement, zone: string, colours: readonly string[]): uPlot.Options {
  const hour = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: zone });
  const number = new Intl.NumberFormat(locale);
  const axis = {
    stroke: () => colourOf(box, "--soft"),
    font: FACE,
    ticks: { show: false },
    grid: { stroke: () => colourOf(box, "--line"), width: 1 },
  };
  return {
    ...sizeOf(box),
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), zone),
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 20, 0, 0],
    scales: {
      x: { range: (_, first, last) => [first, Math.max(last, first + HOUR_S)] },
      y: { range: (_, _least, most) => [0, Math.max(LEAST_TOP, most * 1.1)] },
    },
    axes: [
      {
        ...axis,
        size: 28,
        space: 56,
        values: (_, splits) => splits.map((seconds) => hour.format(seconds * 1_000)),
      },
      {
        ...axis,
        size: 44,
        space: 28,
        incrs: WHOLE,
        values: (_, splits) => splits.map((value) => number.format(value)),
      },
    ],
    series: [
      {},
      ...colours.map((colour) => ({
        stroke: () => colourOf(box, colour),
        fill: () => `color-mix(in srgb, ${colourOf(box, colour)} 18%, transparent)`,
        width: 1.5,
        points: { show: false },
      })),
    ],
  };
}

/** Where the system brings its own colours, the text's. */
function colourOf(box: HTMLElement, name: string): string {
  const style = getComputedStyle(box);
  const isForced = matchMedia("(forced-colors: active)").matches;
  return isForced ? style.color : style.getPropertyValue(name);
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLElement) {
  return { width, height };
}
