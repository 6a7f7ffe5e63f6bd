import type { ReactNode } from "react";
import { passageIn } from "#app/lib/words.ts";
import { words } from "./words.ts";

/** What was asked when somebody signed, and what is asked now. */
export interface AsksChange {
  then: string[];
  now: string[];
  /** Day of the change, as the reader writes it. */
  since: string;
  /** The language of the asks. */
  lang: string;
}

interface Props {
  locale: string;
  /** Of the heading: one for each signature on a page. */
  id: string;
  /** Its heading's rank on the page. */
  level: 2 | 3;
  change: AsksChange;
  isConfirmed: boolean;
  /** The way out of it. */
  children?: ReactNode;
}

/** To somebody who signed before: what was asked then, what is asked now, and the way out. */
export function AsksChanged({ locale, id, level, change, isConfirmed, children }: Props) {
  const t = words(locale);
  const Heading = level === 2 ? "h2" : "h3";
  const list = (label: string, asks: string[]) => (
    <div className="stack stack-sm">
      <p>
        <strong>{label}</strong>
      </p>
      <ol className="stack stack-sm" {...passageIn(change.lang, locale)}>
        {asks.map((ask, index) => (
          <li key={index}>{ask}</li>
        ))}
      </ol>
    </div>
  );
  return (
    <section className="notice notice-warn stack" aria-labelledby={id}>
      <Heading id={id}>{t("asks.changed", { date: change.since })}</Heading>
      <div className="two">
        {list(t("asks.then"), change.then)}
        {list(t("asks.now"), change.now)}
      </div>
      <p>{t(isConfirmed ? "asks.stays" : "asks.pending")}</p>
      {children}
    </section>
  );
}
