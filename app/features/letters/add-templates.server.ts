import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import type { Tx } from "#app/lib/db.server.ts";
import { none } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { variantSchema } from "./audience.ts";
import type { Variant } from "./audience.ts";
import { bodyLimit } from "./letter-form.ts";
import { checkTemplate } from "./template.ts";
import type { TemplateFault } from "./template.ts";
import { commonAudience } from "./templates-of.server.ts";

const idRow = z.object({ id: z.string() });

/** Words that cannot become letters: `faults` names what is wrong, by audience. */
export class TemplatesFault extends Error {
  readonly faults: (TemplateFault & { audience: string })[];
  constructor(faults: (TemplateFault & { audience: string })[]) {
    super(faults.map((one) => `${one.audience}: ${one.code} ${one.found} ${one.row}:${one.column}`).join("\n"));
    this.name = "TemplatesFault";
    this.faults = faults;
  }
}

export type TemplateDraft = {
  campaignId: string;
  locale: string;
  /** Plain text, no template: its writers edit it, and what a person types is never run. */
  common: string;
  variants: Variant[];
};

/**
 * Stores the words of a campaign's letters, each as a new version where it differs from the newest; whoever has words no
 * more is retired by a version that says so. Answers whether anything is new: letters already written keep their words.
 */
export async function addTemplates(
  tx: Tx,
  by: By,
  { campaignId, locale, common, variants }: TemplateDraft,
): Promise<boolean> {
  z.string().trim().min(1).max(bodyLimit).parse(common);
  const checked = variants.map((variant) => variantSchema.parse(variant));
  const faults = checked.flatMap((variant) =>
    [variant.subject, variant.text].flatMap(checkTemplate).map((fault) => ({ ...fault, audience: variant.audience })),
  );
  if (faults.length > 0) throw new TemplatesFault(faults);
  const rows = [{ audience: commonAudience, act: null, subject: null, summary: null, text: common.trim() }, ...checked];
  let changes = 0;
  for (const { audience, act, subject, summary, text } of rows) {
    const added = await tx.sql(
      "letters-add-template",
      `insert into "LetterTemplate" ("id", "campaignId", "locale", "audience", "version", "act", "subject", "summary",
         "text", "createdAt")
       select $1, $2, $3, $4, coalesce(max("version"), 0) + 1, $5, $6, $7, $8, $9
       from "LetterTemplate" where "campaignId" = $2 and "locale" = $3 and "audience" = $4
       having not coalesce((array_agg(not "retired" and ("act", "subject", "summary", "text") is not distinct from ($5, $6, $7, $8)
         order by "version" desc))[1], false) returning "id"`,
      [newId(by.now), campaignId, locale, audience, act, subject, summary, text, by.now],
      idRow,
    );
    changes += added.length;
  }
  const retired = await retire(
    tx,
    by,
    { campaignId, locale },
    rows.map(({ audience }) => audience),
  );
  return changes + retired > 0;
}

/** Nobody but these audiences gets a letter from now on. */
async function retire(
  tx: Tx,
  by: By,
  { campaignId, locale }: { campaignId: string; locale: string },
  kept: string[],
): Promise<number> {
  const found = await tx.sql(
    "letters-audiences-to-retire",
    `select distinct on ("audience") "audience", "retired" from "LetterTemplate"
     where "campaignId" = $1 and "locale" = $2 and "audience" <> all ($3) order by "audience", "version" desc`,
    [campaignId, locale, kept],
    z.object({ audience: z.string(), retired: z.boolean() }),
  );
  const audiences = found.filter(({ retired }) => !retired).map(({ audience }) => audience);
  for (const audience of audiences) {
    await tx.sql(
      "letters-retire-template",
      `insert into "LetterTemplate" ("id", "campaignId", "locale", "audience", "version", "act", "subject", "summary",
         "text", "retired", "createdAt")
       select $1, "campaignId", "locale", "audience", "version" + 1, "act", "subject", "summary", "text", true, $5
       from "LetterTemplate" where "campaignId" = $2 and "locale" = $3 and "audience" = $4
       order by "version" desc limit 1`,
      [newId(by.now), campaignId, locale, audience, by.now],
      none,
    );
  }
  return audiences.length;
}
