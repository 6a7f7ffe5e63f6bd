import { documentLimits, partSchemas } from "#app/features/campaigns/campaign-document.ts";
import type { CampaignDocument, DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { parseRule, ruleText } from "#app/features/campaigns/rule-text.ts";

/** What a form's fields hold, as text. */
export type Values = Record<string, string>;
export type PartFault = { field: string; code: "too-long" | "goal-form" | "wrong" };

/** The fields that stand once in each part's form, and those that stand once in each row of a list. */
const single = {
  story: [
    "kind",
    "title",
    "slug",
    "summary",
    "story",
    "reportedIn",
    "namesPerson",
    "consent",
    "shareText",
    "sharePicture",
  ],
  asks: ["askIntro", "measureId"],
  targets: ["audience", "abroad", "add"],
  letters: ["hasLetters", "common", "addOffice"],
  dates: ["goal", "timeZone", "opensDay", "opensTime", "closesDay", "closesTime"],
} as const satisfies Record<DocumentPart, readonly string[]>;

/** A list of a part: its name in the document, and the field that holds each of a row's values. */
const lists = {
  story: {
    sources: { title: "sourceTitle", publisher: "sourcePublisher", publishedOn: "sourceDay", url: "sourceUrl" },
    pictures: { n: "pictureNumber", alt: "pictureAlt", credit: "pictureCredit" },
  },
  asks: {
    asks: { text: "askText", short: "askShort" },
    points: { text: "pointText", sourcePosition: "pointSource" },
    steps: { status: "stepStatus", title: "stepTitle", detail: "stepDetail" },
  },
  targets: { targets: { rule: "targetRule", name: "targetName", can: "targetCan" } },
  letters: {
    variants: {
      audience: "letterAudience",
      act: "letterAct",
      subject: "letterSubject",
      summary: "letterSummary",
      text: "letterText",
    },
  },
  dates: {},
} as const satisfies Record<DocumentPart, Record<string, Record<string, string>>>;

/** What is ticked where a row is to be taken out of a list that says so. */
const drops: Partial<Record<DocumentPart, string>> = { story: "pictureDrop", targets: "targetDrop" };

/** A row's field: rows are counted from 1. */
export function rowField(column: string, n: number): string {
  return `${column}-${n}`;
}

/** Every field that a part's form can have. */
export function partFields(part: DocumentPart): string[] {
  const columns = Object.values<Record<string, string>>(lists[part]).flatMap((list) => Object.values(list));
  const rows = Array.from({ length: documentLimits.rows }, (_, index) => index + 1);
  const marks = drops[part] === undefined ? [] : [drops[part]];
  return [...single[part], ...[...columns, ...marks].flatMap((column) => rows.map((n) => rowField(column, n)))];
}

/** A part as its form shows it. */
export function valuesOf<P extends DocumentPart>(part: P, document: CampaignDocument): Values {
  const given = document[part] as Record<string, unknown>;
  const values: Values = {};
  for (const name of single[part]) values[name] = textOf(given[name]);
  for (const [list, columns] of Object.entries<Record<string, string>>(lists[part]))
    for (const [index, row] of (given[list] as Record<string, unknown>[]).entries())
      for (const [name, column] of Object.entries(columns)) values[rowField(column, index + 1)] = textOf(row[name]);
  if (part !== "dates") return values;
  const { opens, closes } = document.dates;
  return {
    ...values,
    opensDay: opens?.day ?? "",
    opensTime: opens?.time ?? "",
    closesDay: closes?.day ?? "",
    closesTime: closes?.time ?? "",
  };
}

/** What a form's fields mean for a part; faults where they cannot be kept as they are. */
export function partFrom<P extends DocumentPart>(
  part: P,
  values: Values,
): { ok: true; value: CampaignDocument[P] } | { ok: false; faults: PartFault[] } {
  const goal = values.goal?.replace(/[\s,.'’]/g, "") ?? "";
  if (part === "dates" && goal !== "" && !/^[1-9]\d{0,7}$/.test(goal))
    return { ok: false, faults: [{ field: "goal", code: "goal-form" }] };
  const twice = part === "letters" ? audienceTwice(values) : null;
  if (twice !== null) return { ok: false, faults: [{ field: twice, code: "wrong" }] };
  const parsed = partSchemas[part].safeParse(meant(part, { ...values, goal }));
  if (parsed.success) return { ok: true, value: parsed.data as CampaignDocument[P] };
  const faults = parsed.error.issues.map(({ path, code }): PartFault => ({
    field: fieldAt(part, path),
    code: code === "too_big" ? "too-long" : "wrong",
  }));
  return { ok: false, faults: [...new Map(faults.map((fault) => [fault.field, fault])).values()] };
}

/** The row that words a letter for somebody who has one already: no page of ours shows two, and one would be lost. */
function audienceTwice(values: Values): string | null {
  const fields = partFields("letters").filter((name) => name.startsWith("letterAudience-"));
  const said = fields.map((name) => (values[name] ?? "").trim());
  return fields.find((_, at) => said[at] !== "" && said.indexOf(said[at] ?? "") < at) ?? null;
}

function meant(part: DocumentPart, values: Values): unknown {
  const text = (name: string) => (values[name] ?? "").trim();
  const given: Record<string, unknown> = Object.fromEntries(single[part].map((name) => [name, text(name)]));
  for (const [list, columns] of Object.entries<Record<string, string>>(lists[part]))
    given[list] = rowsOf(part, list, columns, values);
  if (part === "story")
    return {
      ...given,
      slug: text("slug").toLowerCase(),
      namesPerson: text("namesPerson") === "on",
      sharePicture: whole(text("sharePicture")),
    };
  if (part === "letters") return { ...given, hasLetters: text("hasLetters") === "on" };
  if (part !== "dates") return given;
  const wall = (name: string) =>
    text(`${name}Day`) === "" && text(`${name}Time`) === ""
      ? null
      : { day: text(`${name}Day`), time: text(`${name}Time`) };
  return {
    ...given,
    goal: text("goal") === "" ? null : Number(text("goal")),
    opens: wall("opens"),
    closes: wall("closes"),
  };
}

/** The rows that say something. A source keeps its number: rows before the last that says something stay, empty or not. */
function rowsOf(part: DocumentPart, list: string, columns: Record<string, string>, values: Values): unknown[] {
  const rows = Array.from({ length: documentLimits.rows }, (_, index) => {
    const n = index + 1;
    const row = Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, (values[rowField(column, n)] ?? "").trim()]),
    );
    return { row, isDropped: (values[rowField(drops[part] ?? "", n)] ?? "") === "on" };
  });
  // What stands in a row by itself, without anybody's writing.
  const silent = ["status", "sourcePosition", "audience", "act"];
  const says = (row: Record<string, string>) =>
    list === "variants"
      ? row.audience !== ""
      : Object.entries(row).some(([name, value]) => value !== "" && !silent.includes(name));
  if (list === "sources") {
    const last = rows.findLastIndex(({ row }) => says(row));
    return rows.slice(0, last + 1).map(({ row }) => row);
  }
  return rows.filter(({ row, isDropped }) => says(row) && !isDropped).map(({ row }) => typed(part, row));
}

function typed(part: DocumentPart, row: Record<string, string>): unknown {
  if (part === "targets") return { ...row, rule: parseRule(row.rule ?? "") };
  if ("sourcePosition" in row) return { ...row, sourcePosition: whole(row.sourcePosition) };
  return "n" in row ? { ...row, n: whole(row.n) } : row;
}

/** A number that a list or a hidden field gave; whatever else stands there is none. */
function whole(text: string | undefined): number {
  return /^\d{1,3}$/.test(text ?? "") ? Number(text) : 0;
}

function textOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "on" : "";
  if (typeof value === "object" && value !== null && "kind" in value) return ruleText(value as never);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The field that holds what stands at a path of the document. */
function fieldAt(part: DocumentPart, [first, index, name]: PropertyKey[]): string {
  const columns = (lists[part] as Record<string, Record<string, string>>)[String(first)];
  if (columns === undefined) return first === "opens" || first === "closes" ? `${first}Day` : String(first);
  const column = columns[String(name ?? Object.keys(columns)[0])] ?? Object.values(columns)[0] ?? "";
  return rowField(column, Number(index ?? 0) + 1);
}
