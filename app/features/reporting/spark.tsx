const box = { width: 104, height: 28, edge: 3 };

/** A line without an axis, as high as its own highest figure; the numbers stand in the file. */
export function Spark({ values, label }: { values: readonly number[]; label: string }) {
  const most = Math.max(1, ...values);
  const step = box.width / Math.max(1, values.length - 1);
  const path = values.map((n, i) => `${i === 0 ? "M" : "L"}${round(i * step)} ${round(heightOf(n / most))}`).join("");
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${box.width} ${box.height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}

const heightOf = (share: number) => box.height - box.edge - share * (box.height - 2 * box.edge);
const round = (n: number) => Math.round(n * 10) / 10;
