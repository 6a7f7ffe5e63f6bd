import type { ReactNode } from "react";

export interface Figure {
  label: ReactNode;
  value: string;
  note: string;
}

/** Big figures in a row, each with what it is and what belongs to it. */
export function FigureList({ figures }: { figures: (Figure & { key: string })[] }) {
  return (
    <dl className="figures">
      {figures.map(({ key, label, value, note }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <dd>{note}</dd>
        </div>
      ))}
    </dl>
  );
}
