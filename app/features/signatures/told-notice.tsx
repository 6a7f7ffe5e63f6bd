import { words } from "./words.ts";

export const told = ["withdrawn", "deleted", "shown"] as const;
export type Told = (typeof told)[number];

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
