import type { Campaign } from "#app/features/campaigns/campaign.ts";

/** The asks that stood beside a form, by the number that it carries; the present ones where that is none of theirs. */
export function asksVersionOf(typed: string | undefined, { asksVersion }: Pick<Campaign, "asksVersion">): number {
  const number = /^[1-9]\d{0,5}$/.test(typed ?? "") ? Number(typed) : asksVersion;
  return Math.min(number, asksVersion);
}
