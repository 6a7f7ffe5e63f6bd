/** What a cell says; null is empty. */
export type Cell = string | number | null;

/** As a spreadsheet would run it (fault 30): such a text is led by an apostrophe, and is text. */
const runs = /^[=+\-@\t\r\n]/;

/** RFC 4180: lines end in CR LF, a quote inside quotes is doubled. */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = runs.test(cell.trimStart()) || runs.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
