import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** Whom a password is for: the first that somebody tries who knows them. */
export type PasswordOwner = { email: string; name: string; organization: string };

let loaded: Promise<ZxcvbnFactory> | undefined;

/** Loaded at its first use: a list of leaked passwords, and how keys lie on keyboards. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/** Ten thousand million tries; whoever got hold of the table has that many, slow as each is. */
const least = 10;

/**
 * Whether a password is made of what is tried first: leaked passwords, repetitions, rows of keys, dates, this site, and
 * the name and address of whom it is for. Asked of nobody but this machine.
 */
export async function isGuessable(password: string, { email, name, organization }: PasswordOwner): Promise<boolean> {
  const own = [email, ...email.split(/[@.]/), name, ...name.split(/\s+/), organization, ...organization.split(/\s+/)];
  const tried = ["redress", ...own].map((word) => word.toLowerCase()).filter((word) => word.length > 2);
  const { guessesLog10 } = (await (loaded ??= load())).check(password, tried);
  return guessesLog10 < least;
}
