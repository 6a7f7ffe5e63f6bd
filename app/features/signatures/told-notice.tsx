import { words } from "./words.ts";

const acts = ["withdrawn", "deleted", "shown"] as const;
/** What its person has just done. */
export type Told = (typeof acts)[number];

/** What an address says was just done; nothing, where the page that it leads to shows otherwise. */
export function toldOf(word: string | null, signatures: { state: string }[]): Told | null {
  const told = acts.find((one) => one === word) ?? null;
  return told === "withdrawn" && !signatures.some(({ state }) => state === "withdrawn") ? null : told;
}

/** What was just done, on top of the page that it changed. */
export function ToldNotice({ locale, what }: { locale: string; what: Told }) {
  const t = words(locale);
  return (
    <div className="notice notice-good" role="status">
      <h2>{t(`me.told.${what}`)}</h2>
      <p>{t(`me.told.${what}.lead`)}</p>
    </div>
  );
}
