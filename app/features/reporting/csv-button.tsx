import { words } from "./words.ts";

/** Takes the figures of a table away as a file: a form, because it is written down who does. */
export function CsvButton({ action, table, locale }: { action: string; table: string; locale: string }) {
  const t = words(locale);
  return (
    <form className="acts-cell no-print" method="post" action={action}>
      <button className="btn btn-plain btn-small">
        {t("csv.download")}
        <span className="sr"> {t("csv.of", { table })}</span>
      </button>
    </form>
  );
}
