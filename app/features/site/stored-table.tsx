import { words } from "./words.ts";

const rows = [
  "person",
  "display",
  "place",
  "letters",
  "when",
  "address",
  "link",
  "network",
  "report",
  "cookies",
] as const;

/** Each thing that is stored: why, who sees it, for how long. */
export function StoredTable({ locale }: { locale: string }) {
  const t = words(locale);
  return (
    <table className="table table-cards">
      <caption className="sr">{t("privacy.table")}</caption>
      <thead>
        <tr>
          {(["what", "why", "who", "long"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`privacy.col.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`privacy.row.${row}`)}</th>
            {(["why", "who", "long"] as const).map((column) => (
              <td key={column} data-label={t(`privacy.col.${column}`)}>
                {t(`privacy.row.${row}.${column}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
