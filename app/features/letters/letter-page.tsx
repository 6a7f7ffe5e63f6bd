import { Fragment } from "react";
import { dirOf } from "#app/lib/words.ts";
import type { PrintedLetter } from "./printed-letter.ts";
import { words } from "./words.ts";

export type LetterPageProps = {
  locale: string;
  /** Of the letter's own words. */
  lang: string;
  letter: PrintedLetter;
  campaign: { title: string; isDemo: boolean };
  /** "redress.example/c/detained" */
  address: string;
  /** Where the writer's letters are. */
  back: string;
};

/** One letter on its sheet, to be printed and signed by hand. On paper nothing of ours but one small line of origin. */
export function LetterPage({ locale, lang, letter, campaign, address, back }: LetterPageProps) {
  const t = words(locale);
  const origin = t("print.origin", { title: campaign.title, address });
  return (
    <>
      <div className="wrap no-print page-form">
        <p className="row-between">
          <a className="back" href={back}>
            {t("print.back")}
          </a>
          <span className="small muted">{t("print.how")}</span>
        </p>
      </div>
      <article className="letter-page" lang={lang} dir={dirOf(lang)}>
        <address className="from" dir="auto">
          <Lines lines={[...letter.from, letter.email]} />
        </address>
        <p>
          <time dateTime={letter.day}>{letter.date}</time>
        </p>
        <address className="to" dir="auto">
          <Lines lines={letter.to} />
        </address>
        <h1 className="re" dir="auto">
          {letter.subject}
        </h1>
        {letter.paragraphs.map((paragraph, index) => (
          <p key={index} dir="auto">
            <Lines lines={paragraph.split("\n")} />
          </p>
        ))}
        <p dir="auto">{letter.closing}</p>
        <p className="signline" />
        <p dir="auto">{letter.name}</p>
        <p className="foot" lang={locale} dir={dirOf(locale)}>
          {campaign.isDemo ? `${t("print.demo")} ${origin}` : origin}
        </p>
      </article>
    </>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}
