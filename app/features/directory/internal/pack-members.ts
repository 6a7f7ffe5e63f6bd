import { z } from "zod";
import type { PackedMember, PackedMembers } from "./packed.ts";

/* What is read of legislators-current.json (unitedstates/congress-legislators); the rest of it is passed over. */
const termSchema = z.object({
  type: z.enum(["rep", "sen"]),
  start: z.string(),
  end: z.string(),
  how: z.string().optional(),
  state: z.string(),
  district: z.number().optional(),
  class: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  party: z.string().optional(),
  url: z.string().optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
});
const legislatorsSchema = z.array(
  z.object({
    id: z.object({ bioguide: z.string() }),
    name: z.object({
      first: z.string(),
      last: z.string(),
      suffix: z.string().optional(),
      official_full: z.string().optional(),
    }),
    terms: z.array(termSchema).min(1),
  }),
);

/** Members of Congress with their latest term, and what is known of their contact forms, in the packed form. */
export function packMembers(legislators: unknown, forms: Record<string, string>[], asOf: string): PackedMembers {
  const formOf = new Map(forms.map((form) => [form.bioguide, form]));
  const needs: string[][] = [];
  const members = legislatorsSchema.parse(legislators).map(({ id, name, terms }): PackedMember => {
    const term = terms[terms.length - 1] as z.output<typeof termSchema>;
    const display = name.official_full ?? [name.first, name.last, name.suffix].filter(Boolean).join(" ");
    return {
      bioguide: id.bioguide,
      given: name.first,
      family: familyShown(name.last, display),
      display,
      state: term.state,
      ...(term.type === "sen" ? { class: term.class } : { district: term.district }),
      start: term.start,
      end: term.end,
      how: term.how,
      party: term.party,
      site: term.url,
      phone: term.phone,
      post: term.address?.replace(/,? Washington,? DC /, ", Washington, DC "),
      form: packForm(formOf.get(id.bioguide), needs, asOf),
    };
  });
  return { needs, members: members.sort((a, b) => (a.bioguide < b.bioguide ? -1 : 1)) };
}

/**
 * The family name under which a member is shown: of "Hernández Rivera" only the first stands in "Pablo José Hernández",
 * and a letter greets by the name that its reader uses.
 */
function familyShown(last: string, display: string): string {
  const shown = display.split(/[ ,]+/);
  const parts = last.split(" ");
  while (parts.length > 1 && !parts.every((part) => shown.includes(part))) parts.pop();
  return parts.every((part) => shown.includes(part)) ? parts.join(" ") : last;
}

/** Most forms ask for one of a few sets of fields, so each set is kept once, in `needs`. */
function packForm(form: Record<string, string> | undefined, needs: string[][], asOf: string): PackedMember["form"] {
  if (!form?.url) return undefined;
  const fields = form.required_fields?.split(" ").filter(Boolean) ?? [];
  return {
    url: form.url,
    needs: fields.length > 0 ? positionOf(fields, needs) : undefined,
    captcha: form.captcha ? form.captcha === "1" : undefined,
    asOf: form.last_changed || asOf,
  };
}

function positionOf(fields: string[], sets: string[][]): number {
  const found = sets.findIndex((set) => set.join(" ") === fields.join(" "));
  return found >= 0 ? found : sets.push(fields) - 1;
}
