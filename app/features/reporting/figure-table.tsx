import type { ReactNode } from "react";

interface FigureTableProps {
  caption?: ReactNode;
  /** The first names the row, the others are figures unless they say otherwise. */
  head: { label: ReactNode; isText?: boolean }[];
  rows: { key: string; cells: ReactNode[] }[];
}

/** A table of names and figures. */
export function FigureTable({ caption, head, rows }: FigureTableProps) {
  const classOf = (index: number) => (index > 0 && !head[index]?.isText ? "n" : undefined);
  return (
    <div className="table-wrap">
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
