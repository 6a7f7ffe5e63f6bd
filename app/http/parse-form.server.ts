import type { ZodType, z } from "zod";

/** Which fields a form has: those with one value and those with several. Nothing else that is posted is looked at. */
export interface FormFields {
  one: readonly string[];
  many?: readonly string[];
}

export interface FormValues {
  one: Record<string, string>;
  many: Record<string, string[]>;
}

export interface Fault {
  field: string;
  code: string;
}

/** `values`: what was typed, to show it again, also where what it means is refused later. */
export type ParsedForm<T> = { values: FormValues } & ({ ok: true; value: T } | { ok: false; faults: Fault[] });

/** More than any page of ours sends: a box for each member of a chamber is the most. */
const mostFields = 1000;
const formType = /^application\/x-www-form-urlencoded\b|^multipart\/form-data\b/i;

/**
 * Reads the named fields of a posted form. Values are normalised once, here: NFC, one kind of line end, no NUL and no
 * half of a surrogate pair (neither can be stored or sent). Of several values each stands once: they are ticked, not
 * counted. A body that is no form reads as an empty one.
 */
export async function readForm(request: Request, fields: readonly string[] | FormFields): Promise<FormValues> {
  return valuesIn(await formOf(request), fields);
}

/** The same of a form that may bring a file, in the field `name`; null where nobody chose one. */
export async function readUpload(
  request: Request,
  fields: readonly string[] | FormFields,
  name: string,
): Promise<FormValues & { file: Uint8Array | null }> {
  const form = await formOf(request);
  const file = form.get(name);
  const isGiven = typeof file === "object" && file !== null && file.size > 0;
  return { ...valuesIn(form, fields), file: isGiven ? new Uint8Array(await file.arrayBuffer()) : null };
}

function valuesIn(form: FormData | URLSearchParams, fields: readonly string[] | FormFields): FormValues {
  const wanted: FormFields = "one" in fields ? fields : { one: fields };
  const one: Record<string, string> = {};
  const many: Record<string, string[]> = {};
  for (const name of wanted.one) one[name] = normal(form.get(name));
  for (const name of wanted.many ?? []) many[name] = [...new Set(form.getAll(name).slice(0, mostFields).map(normal))];
  return { one, many };
}

/**
 * Reads a form and parses it. Faults come as codes, one for a field, in the order of the fields. `name`: the field of the
 * file that it may bring.
 */
export async function parseForm<S extends ZodType>(
  request: Request,
  fields: FormFields,
  schema: S,
  name = "",
): Promise<ParsedForm<z.output<S>> & { file: Uint8Array | null }> {
  const { file, ...values } = await readUpload(request, fields, name);
  const result = schema.safeParse({ ...values.one, ...values.many });
  if (result.success) return { ok: true, values, file, value: result.data };
  const found = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const field = String(path[0] ?? "");
    if (!found.has(field)) found.set(field, message);
  }
  const order = [...wantedNames(fields)];
  const faults = [...found].map(([field, code]) => ({ field, code }));
  return { ok: false, values, file, faults: faults.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field)) };
}

function wantedNames({ one, many = [] }: FormFields): readonly string[] {
  return [...one, ...many];
}

/** Forms with files are whole in memory while they are read: so many at a time, the others wait outside, unread. */
const mostWithFiles = 4;
let withFiles = 0;
const outside: (() => void)[] = [];

async function withFilesOf(request: Request): Promise<FormData> {
  if (withFiles >= mostWithFiles) await new Promise<void>((resolve) => outside.push(resolve));
  else withFiles += 1;
  try {
    return await request.formData();
  } finally {
    // Whoever waits takes this place over.
    const next = outside.shift();
    if (next) next();
    else withFiles -= 1;
  }
}

async function formOf(request: Request): Promise<FormData | URLSearchParams> {
  const type = request.headers.get("content-type") ?? "";
  if (!formType.test(type)) return new FormData();
  try {
    if (!/^application/i.test(type)) return await withFilesOf(request);
    const text = await request.text();
    return text.split("&", mostFields + 1).length > mostFields ? new FormData() : new URLSearchParams(text);
  } catch {
    return new FormData();
  }
}

/** More marks on one letter than any script has; in their hundred thousands they would keep us busy for minutes. */
const heapedMarks = /(\p{M}{16})\p{M}+/gu;

function normal(value: FormDataEntryValue | null): string {
  if (typeof value !== "string") return "";
  return value
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "")
    .replace(heapedMarks, "$1")
    .normalize("NFC");
}
