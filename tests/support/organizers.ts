import * as partRoute from "../../app/routes/organize.c.$slug.$part.tsx";
import { signedInAs } from "./accounts.ts";
import type { SignedInAs } from "./accounts.ts";
import { demoCampaign, open } from "./routes.ts";

/** Two organizers of the campaign `detained`, one of none, and somebody of the staff. */
export async function organizers(): Promise<Record<"ann" | "ben" | "stranger" | "staff", SignedInAs>> {
  const detained = await demoCampaign();
  return {
    ann: await signedInAs("organizer", [detained]),
    ben: await signedInAs("organizer", [detained]),
    stranger: await signedInAs("organizer"),
    staff: await signedInAs("staff"),
  };
}

/** How somebody asks for a part of a campaign. */
export const at = (who: SignedInAs, slug: string, part = "") => ({ params: { slug, part }, cookie: who.cookie });

/** What a part's form holds, as its page shows it: to post again with a change. */
export async function formOf(who: SignedInAs, slug: string, part: string): Promise<Record<string, string>> {
  const { shown } = await open(partRoute, at(who, slug, part));
  return { ...shown.page.values, read: shown.page.read.digest, revision: `${shown.page.read.revision}` };
}

/** Every place that the template left open, filled in. */
export function filled(form: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, value.replace(/\[(?!\^)[^\]]+\]/g, "so it was")]),
  );
}
