import type { ReactNode } from "react";

interface FigureTableProps {
  /** What it is a table of. */
  label: string;
  caption?: ReactNode;
  /** The first names the row, the others are figures unless they say otherwise. */
  head: { label: ReactNode; isText?: boolean }[];
  rows: { key: string; cells: ReactNode[] }[];
}

/** A table of names and figures. */
export function FigureTable({ label: of, caption, head, rows }: FigureTableProps) {
  const classOf = (index: number) => (index > 0 && !head[index]?.isText ? "n" : undefined);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls, by the keyboard too
    <div className="table-wrap" role="group" aria-label={of} tabIndex={0}>
      <table className="table">
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map(({ label }, index) => (
              <th key={index} scope="col" className={classOf(index)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...figures] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {figures.map((figure, index) => (
                <td key={index} className={classOf(index + 1)}>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
