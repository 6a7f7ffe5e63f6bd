import { z } from "zod";

/** Who runs this installation, and what has to be known of them before anything is published. */
export interface OrganizationForm {
  name: string;
  postalAddress: string;
  contactEmail: string;
  privacyEmail: string;
  /** Languages in which it answers, by their codes. */
  languages: string[];
  /** Whether it acts for a foreign government, party or other principal; null: nobody has said. */
  hasPrincipal: boolean | null;
  principal: string | null;
  /** What stands in the masthead; null: the product's name. */
  wordMark: string | null;
  picture: OrganizationPicture | null;
}

/** Its picture, a blob. */
export type OrganizationPicture = { sha256: string; width: number; height: number };

/** What can be missing, in the order of the form. */
export const organizationGapCodes = [
  "name",
  "postalAddress",
  "contactEmail",
  "privacyEmail",
  "languages",
  "principal",
] as const;
export type OrganizationGap = (typeof organizationGapCodes)[number];

/** What stands there until somebody says who they are. The addresses reach nobody. */
export const sampleOrganization = {
  name: "Sample Organization",
  postalAddress: "1 Sample Street, Sample Town",
  contactEmail: "contact@organization.example",
  privacyEmail: "privacy@organization.example",
};

const isFilled = (text: string) => text.trim() !== "";
/** Names under .example reach nobody (RFC 2606). */
const reaches = (email: string) => z.email().safeParse(email).success && !/\.example$/i.test(email);

/**
 * What is still missing before anything can be published outside the demonstration: empty when the organization is
 * complete. The sample's own words count as missing.
 */
export function organizationGaps(given: Omit<OrganizationForm, "wordMark" | "picture">): OrganizationGap[] {
  const complete: Record<OrganizationGap, boolean> = {
    name: isFilled(given.name) && given.name !== sampleOrganization.name,
    postalAddress: isFilled(given.postalAddress) && given.postalAddress !== sampleOrganization.postalAddress,
    contactEmail: reaches(given.contactEmail),
    privacyEmail: reaches(given.privacyEmail),
    languages: given.languages.length > 0,
    principal: given.hasPrincipal === false || (given.hasPrincipal === true && isFilled(given.principal ?? "")),
  };
  return organizationGapCodes.filter((code) => !complete[code]);
}
