import { formatNumber } from "#app/lib/format.ts";
import { apart, drawLines } from "./line-drawing.ts";
import type { Box } from "./line-drawing.ts";

const wide: Box = { width: 800, height: 286, left: 44, right: 80, top: 16, bottom: 36 };
const narrow: Box = { width: 344, height: 232, left: 44, right: 4, top: 16, bottom: 32 };

export interface LineChartProps {
  /** Of the heading that names the drawing. */
  id: string;
  description: string;
  /** One, or two of which the second is dashed. */
  lines: { name: string; values: number[] }[];
  /** What a point is called along the base. */
  labelOf: (index: number) => string;
  locale: string;
}

/** One or two lines over a base of zero, drawn twice: for wide windows and for narrow ones. */
export function LineChart({ id, description, lines, labelOf, locale }: LineChartProps) {
  return (
    <>
      {[wide, narrow].map((box) => (
        <Drawn key={box.width} box={box} {...{ id, description, lines, labelOf, locale }} />
      ))}
    </>
  );
}

function Drawn({ box, id, description, lines, labelOf, locale }: LineChartProps & { box: Box }) {
  const isWide = box === wide;
  const {
    levels,
    ticks,
    lines: drawn,
    area,
  } = drawLines(
    lines.map(({ values }) => values),
    box,
    isWide ? 6 : 3,
  );
  const describedBy = `${id}-${isWide ? "wide" : "narrow"}`;
  const right = box.width - box.right;
  const size = 12;
  const [first, second] = drawn;
  const names = second && first ? apart(first.end.y, second.end.y, 17) : [first?.end.y ?? 0];
  return (
    <svg
      className={isWide ? "at-wide" : "at-narrow"}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-labelledby={`${id} ${describedBy}`}
    >
      <desc id={describedBy}>{description}</desc>
      {levels.map(({ y, n }) => (
        <g key={n}>
          <line className={n === 0 ? "base" : "grid"} x1={box.left} x2={right} y1={y} y2={y} />
          <text x={box.left - 8} y={y + 4} fontSize={size} textAnchor="end">
            {formatNumber(locale, n)}
          </text>
        </g>
      ))}
      {ticks.map(({ x, index, anchor }) => (
        <text key={index} x={x} y={box.height - box.bottom + 20} fontSize={size} textAnchor={anchor}>
          {labelOf(index)}
        </text>
      ))}
      <path className="a1" d={area} />
      {second ? <path className="l2" d={second.path} /> : null}
      {first ? <path className="l1" d={first.path} /> : null}
      {isWide
        ? lines.map(({ name }, i) => (
            <text key={name} className={`name t${i + 1}`} x={right + 8} y={(names[i] ?? 0) + 4} fontSize={13}>
              {name}
            </text>
          ))
        : null}
    </svg>
  );
}
