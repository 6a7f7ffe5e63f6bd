/** Records of a CSV text with a header line (RFC 4180: quoted fields may hold commas, quotes and line ends). */
export function parseCsv(text: string): Record<string, string>[] {
  const [header = [], ...lines] = rows(text.replace(/^\uFEFF/, ""));
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ""])));
}

function rows(text: string): string[][] {
  const found: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new Error(`Not CSV at record ${found.length + 1}`);
    row.push(match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'));
    if (match[3] === ",") continue;
    found.push(row);
    row = [];
  }
  return found;
}
