import { Liquid } from "liquidjs";

/** What a template may name. Everything else is refused when the template is saved. */
export const templateFields = {
  recipient: ["name", "given", "family", "office", "body", "division", "state"],
  writer: ["name", "givenName", "familyName", "locality", "region", "country"],
} as const;

/** Plain strings only, each given, empty when unknown: a missing field would stop the letter. */
export type TemplateData = {
  [Noun in keyof typeof templateFields]: Record<(typeof templateFields)[Noun][number], string>;
};

export type TemplateFault = {
  code: "unknown-field" | "syntax" | "too-long";
  row: number;
  column: number;
  found: string;
};

export const templateLimit = 20_000;

const engine = ifOnly(
  new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    // An empty text counts as absent: `{% if writer.locality %}`.
    jsTruthy: true,
    parseLimit: templateLimit,
    renderLimit: 200,
    memoryLimit: 1e6,
  }),
);

/** A letter needs `if` and nothing else; what is not there cannot be misused. */
function ifOnly(liquid: Liquid): Liquid {
  for (const tag of Object.keys(liquid.tags)) if (tag !== "if") Reflect.deleteProperty(liquid.tags, tag);
  for (const filter of Object.keys(liquid.filters)) Reflect.deleteProperty(liquid.filters, filter);
  return liquid;
}

/** Fills a template. What the data holds is never run as a template itself (fault 28). */
export function renderTemplate(text: string, data: TemplateData): string {
  return String(engine.renderSync(engine.parse(text), data));
}

/** What is wrong with a template, with line and column; empty when it can be used. */
export function checkTemplate(text: string): TemplateFault[] {
  if (text.length > templateLimit) return [{ code: "too-long", row: 1, column: 1, found: "" }];
  try {
    const used = Object.values(engine.analyzeSync(engine.parse(text)).globals).flat();
    return used
      .filter((one) => !isField(one.segments))
      .map(({ segments, location }) => ({
        code: "unknown-field",
        row: location.row,
        column: location.col,
        found: segments.map(String).join("."),
      }));
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const [, what = "", row = "1", column = "1"] = /^(.*), line:(\d+), col:(\d+)$/m.exec(message) ?? [];
    return [{ code: "syntax", row: Number(row), column: Number(column), found: what }];
  }
}

/** A field that a template names. `optional`: the template asks first whether there is anything in it. */
export type UsedField = { noun: string; field: string; row: number; optional: boolean };

/** The fields of a template without faults, each as often as it stands there. */
export function usedFields(text: string): UsedField[] {
  const used = Object.values(engine.analyzeSync(engine.parse(text)).globals).flat();
  return used.map(({ segments, location }) => {
    const [noun, field] = segments.map(String);
    const asked = new RegExp(`\\{%-?\\s*if\\s+${noun}\\.${field}\\b`).test(text);
    return { noun, field, row: location.row, optional: asked };
  });
}

function isField(segments: readonly unknown[]): boolean {
  const [noun, field, ...more] = segments;
  if (noun !== "recipient" && noun !== "writer") return false;
  return more.length === 0 && (templateFields[noun] as readonly unknown[]).includes(field);
}
