import { scaleLinear } from "d3-scale";

/** A drawing of one width; narrow windows get their own, not a shrunk one. */
export interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Drawing {
  /** Levels of the grid with what they stand for; the first is the base. */
  levels: { y: number; n: number }[];
  /** Which points are named along the base. */
  ticks: { x: number; index: number; anchor: "start" | "middle" | "end" }[];
  /** The path of each line that has figures. */
  lines: { path: string; end: { x: number; y: number } }[];
  /** What lies under the first line. */
  area: string;
}

const round = (n: number) => Math.round(n * 10) / 10;

/** Lines over one base at zero, with at most five levels. All of them have as many figures, one a point. */
export function drawLines(lines: readonly (readonly number[])[], box: Box, mostTicks: number): Drawing {
  const points = Math.max(1, ...lines.map((line) => line.length));
  const most = Math.max(4, ...lines.flat());
  const right = box.width - box.right;
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([box.height - box.bottom, box.top]);
  const x = scaleLinear()
    .domain([0, Math.max(1, points - 1)])
    .range([box.left, right]);
  const at = (n: number, i: number) => `${round(x(i))} ${round(y(n))}`;
  const drawn = lines.map((line) => ({
    path: line.map((n, i) => `${i === 0 ? "M" : "L"}${at(n, i)}`).join(""),
    end: { x: round(x(line.length - 1)), y: round(y(line.at(-1) ?? 0)) },
  }));
  const base = round(y(0));
  const [first] = drawn;
  return {
    levels: y
      .ticks(4)
      .slice(0, 5)
      .map((n) => ({ y: round(y(n)), n })),
    ticks: ticksOf(points, mostTicks).map((index) => ({
      x: round(x(index)),
      index,
      anchor: index === 0 ? "start" : index === points - 1 ? "end" : "middle",
    })),
    lines: drawn,
    area: first ? `${first.path}L${first.end.x} ${base}L${round(x(0))} ${base}z` : "",
  };
}

/** The first, the last, and evenly what fits in between. */
function ticksOf(points: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((points - 1) / (most - 1)));
  const ticks = Array.from({ length: Math.ceil(points / step) }, (_, i) => i * step);
  const last = ticks.at(-1) ?? 0;
  if (last === points - 1) return ticks;
  // The last one is named; what would stand in its way is not.
  return [...(points - 1 - last < step / 2 ? ticks.slice(0, -1) : ticks), points - 1];
}

/** Where two names stand beside the ends of their lines without touching. */
export function apart(first: number, second: number, least: number): [number, number] {
  const gap = Math.abs(first - second);
  if (gap >= least) return [first, second];
  const push = (least - gap) / 2;
  return first < second ? [first - push, second + push] : [first + push, second - push];
}
