import { z } from "zod";
import type { ContactChannel, Disclosure, OfficeKind } from "#app/features/directory/official.ts";

/* What the snapshot reads. Days travel as text: a driver's Date of a day without an hour depends on the machine's zone. */

export const mapsText = `
  select "id", "congress", "validFrom"::text, "validUntil"::text from "DivisionMap" order by "validFrom" desc`;
export const mapRow = z.object({
  id: z.string(),
  congress: z.number().nullable(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
});

export const officesText = `
  select o."id", o."kind", o."name", o."bodyName", o."divisionId", d."name" as "divisionName", o."chamber",
    o."hasFloorVote", o."canCosponsor", o."disclosure", o."timeZone", o."salutation"
  from "Office" o left join "Division" d on d."id" = o."divisionId" order by o."id"`;
export const officeRow = z.object({
  id: z.string(),
  kind: z.custom<OfficeKind>((value) => typeof value === "string"),
  name: z.string(),
  bodyName: z.string(),
  divisionId: z.string().nullable(),
  divisionName: z.string().nullable(),
  chamber: z.enum(["house", "senate"]).nullable(),
  hasFloorVote: z.boolean(),
  canCosponsor: z.boolean(),
  disclosure: z.custom<Disclosure>((value) => typeof value === "string"),
  timeZone: z.string(),
  salutation: z.string().nullable(),
});
export type OfficeRow = z.output<typeof officeRow>;

export const termsText = `
  select t."officialId", t."officeId", t."start"::text, t."end"::text, t."party",
    p."given", p."family", p."display", p."sortName"
  from "Term" t join "Official" p on p."id" = t."officialId" order by t."start" desc, t."officialId"`;
export const termRow = z.object({
  officialId: z.string(),
  officeId: z.string(),
  start: z.string(),
  end: z.string(),
  party: z.string().nullable(),
  given: z.string(),
  family: z.string(),
  display: z.string(),
  sortName: z.string(),
});
export type TermRow = z.output<typeof termRow>;

// In the order in which they are offered: what a message can be sent to, the office's own form, its site, the rest.
export const contactsText = `
  select coalesce("officialId", "officeId") as "ownerId", "channel", "value", "label", "needs", "captcha", "asOf"::text
  from "ContactPoint" where "deadAt" is null
  order by array_position(array['email', 'cwc', 'web-form', 'site', 'phone', 'post'], "channel"), "id"`;
export const contactRow = z.object({
  ownerId: z.string(),
  channel: z.custom<ContactChannel>((value) => typeof value === "string"),
  value: z.string(),
  label: z.string(),
  needs: z.array(z.string()).nullable(),
  captcha: z.boolean().nullable(),
  asOf: z.string(),
});
