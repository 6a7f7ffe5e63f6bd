import { z } from "zod";
import { campaignKind, stepStatuses } from "#app/features/campaigns/campaign.ts";
import { targetRule } from "#app/features/campaigns/target-rule.ts";

/**
 * All that an organizer writes of a campaign, in parts: each is one page of the editor, one form, and the unit in which
 * two people can be in each other's way. A document may be unfinished in every way but its shape; `readiness.ts` says
 * what is missing. Readers never see it: publishing writes it into the tables that public pages read.
 */
export const documentParts = ["story", "asks", "targets", "letters", "dates"] as const;
export type DocumentPart = (typeof documentParts)[number];
export const documentPart = z.enum(documentParts);

/** Room for what a page can show; more is refused when it is typed. */
export const documentLimits = {
  title: 80,
  summary: 200,
  slug: 60,
  story: 20_000,
  line: 300,
  text: 1_000,
  template: 4_000,
  common: 20_000,
  rows: 30,
} as const;

const line = z.string().max(documentLimits.line);
const text = z.string().max(documentLimits.text);
const pictureNumber = z.number().int().max(999);
const wallTime = z.object({ day: z.string().max(10), time: z.string().max(5) });
const rows = <T extends z.ZodType>(row: T) => z.array(row).max(documentLimits.rows);

const storyPart = z.object({
  kind: campaignKind,
  title: z.string().max(documentLimits.title),
  slug: z.string().max(documentLimits.slug),
  summary: z.string().max(documentLimits.summary),
  story: z.string().max(documentLimits.story),
  /** "November 2023" where the page keeps to what was reported then; empty elsewhere. */
  reportedIn: z.string().max(60),
  /** Somebody in private life is named, and by what consent. */
  namesPerson: z.boolean(),
  consent: text,
  /** By their place in the list, from 1; a row in between that is empty keeps the numbers of the others. */
  sources: rows(z.object({ title: line, publisher: line, publishedOn: z.string().max(10), url: z.string().max(500) })),
  /** Each by a number of its own, by which the story names it: `![](picture-3)`. What was written before there were any has none. */
  pictures: rows(z.object({ n: pictureNumber.min(1), alt: line, credit: line })).default([]),
  /** What a shared link says instead of the summary; empty: the summary. */
  shareText: z.string().max(documentLimits.summary).default(""),
  /** The number of the picture that a shared link shows; 0: one is drawn. */
  sharePicture: pictureNumber.min(0).default(0),
});

const asksPart = z.object({
  askIntro: text,
  /** The bill or resolution that is asked for: an id of the directory, "" for none. Documents of before say nothing of it. */
  measureId: z.string().max(60).default(""),
  asks: rows(z.object({ text, short: z.string().max(120) })),
  points: rows(z.object({ text, sourcePosition: z.number().int().min(0).max(99) })),
  steps: rows(z.object({ status: z.enum(stepStatuses), title: line, detail: line })),
});

const targetsPart = z.object({
  /** Who is addressed, in a few words. */
  audience: z.string().max(120),
  targets: rows(z.object({ rule: targetRule, name: line, can: text })),
  /** Who can write to whom from abroad. */
  abroad: text,
});

const lettersPart = z.object({
  /** Whether each signer writes letters; a petition may only count. */
  hasLetters: z.boolean(),
  common: z.string().max(documentLimits.common),
  variants: rows(
    z.object({
      audience: z.string().max(120),
      act: z.string().max(60),
      subject: z.string().max(200),
      summary: z.string().max(200),
      text: z.string().max(documentLimits.template),
    }),
  ),
});

const datesPart = z.object({
  goal: z.number().int().min(1).max(100_000_000).nullable(),
  timeZone: z.string().max(60),
  /** Null: as soon as it is published. */
  opens: wallTime.nullable(),
  /** Null: no closing date. Without a time: at the end of that day. */
  closes: wallTime.nullable(),
});

export const partSchemas = {
  story: storyPart,
  asks: asksPart,
  targets: targetsPart,
  letters: lettersPart,
  dates: datesPart,
};

export const campaignDocument = z.object({ locale: z.string(), ...partSchemas });
export type CampaignDocument = z.output<typeof campaignDocument>;

/** What a campaign's address may be. */
export const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An address made of a title: "ask-bp-where-its-revenue-goes"; empty where no letter of it can stand in one. */
export function slugOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const parts = plain.replace(/['’]/g, "").match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const part of parts) {
    const more = slug === "" ? part.slice(0, 40) : `${slug}-${part}`;
    if (more.length > 40) break;
    slug = more;
  }
  return slug;
}

/** Whether two values of a part say the same. Key order is that of the schema, so text decides. */
export function samePart(part: DocumentPart, one: unknown, other: unknown): boolean {
  return partText(part, one) === partText(part, other);
}

/** A part as text, always the same for the same content: what a digest is made of. */
export function partText(part: DocumentPart, value: unknown): string {
  return JSON.stringify(partSchemas[part].parse(value));
}
