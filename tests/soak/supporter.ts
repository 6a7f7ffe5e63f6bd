/** What is mailed about one supporter: the link to confirm, to them; or their letter, to an office. */
export interface Mail {
  kind: "confirm" | "letter" | "other";
  /** Which supporter; 0: none of ours. */
  n: number;
  /** Path of the link to confirm. */
  link: string | null;
}

/** Somebody who signs, writes to the State Department, opens the mailed link and confirms. */
export interface Supporter {
  n: number;
  /** The links that were mailed to them, oldest first. */
  links: string[];
  /** What was acknowledged. */
  done: { signed: boolean; approved: boolean; confirmed: boolean };
}

export const emailOf = (n: number) => `supporter${n}@example.org`;
export const sentenceOf = (n: number) => `Please ask where they are: supporter number ${n} waits for word.`;

export const signFormOf = (n: number) => ({
  givenName: `Given${n}`,
  familyName: "Supporter",
  email: emailOf(n),
  country: "US",
  postalCode: "91205",
  streetAddress: "1 Main Street",
  locality: "Glendale",
  region: "CA",
  display: "none",
});

/** Reads a mail as the provider took it. */
export function mailOf({ to, text }: { to?: unknown; text?: unknown }): Mail {
  const words = String(text);
  const [, own] = /^supporter(\d+)@example\.org$/.exec(String(to)) ?? [];
  const [, written] = /supporter number (\d+) waits for word/.exec(words) ?? [];
  const [link = null] = /\/confirm\/[\w-]+/.exec(words) ?? [];
  if (own) return { kind: link ? "confirm" : "other", n: Number(own), link };
  return { kind: written ? "letter" : "other", n: Number(written ?? 0), link: null };
}
