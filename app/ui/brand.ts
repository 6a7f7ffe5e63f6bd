import { createContext } from "react";

/** The word mark of whoever runs the site; null: the product's own. */
export const Brand = createContext<string | null>(null);

/** The same for `meta`, which may use no hook: as the root's loader has it. */
export function brandIn(matches: readonly ({ id: string; data: unknown } | undefined)[]): string | null {
  const data = matches.find((match) => match?.id === "root")?.data;
  const brand = typeof data === "object" && data !== null && "wordMark" in data ? data.wordMark : null;
  return typeof brand === "string" ? brand : null;
}
