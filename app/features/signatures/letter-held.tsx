import { LetterSheet } from "#app/features/letters/letter-sheet.tsx";
import { sheetOf } from "#app/features/letters/sheet.ts";
import { formatDateTime, formatPercent } from "#app/lib/format.ts";
import { MailsHeld } from "./mails-held.tsx";
import type { LetterData } from "./personal-data.ts";
import { words } from "./words.ts";

type Props = { locale: string; id: string; letter: LetterData; lang: string };

/** What is stored of one letter, its text in full. */
export function LetterHeld({ locale, id, letter, lang }: Props) {
  const t = words(locale);
  const { recipient, isCurrent, goes, state } = letter;
  const when = (at: Date | null) => (at === null ? "" : formatDateTime(locale, at));
  const way = goes === "email" || goes === "hand-over" ? t(`held.letter.goes.${goes}`) : goes;
  const basis = Object.entries(letter.writtenFrom).filter(([, value]) => value !== null);
  const rows: [string, string][] = [
    [t("held.letter.goes"), `${way} (${state})`],
    [t("held.letter.approved"), when(letter.approvedAt)],
    [t("held.letter.released"), when(letter.releasedAt)],
    [t("held.letter.handed"), when(letter.handedOverAt)],
    [t("held.letter.share"), formatPercent(locale, letter.shareOfTheCampaign)],
    [t("held.letter.facts"), when(letter.factsAsOf)],
    [t("held.letter.basis"), basis.map(([name, value]) => `${name}: ${String(value)}`).join("; ")],
    [t("held.letter.office"), [recipient.office, recipient.official].filter(Boolean).join(", ")],
  ];
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{t(isCurrent ? "held.letter" : "held.letter.earlier", { name: recipient.name })}</h3>
      <dl className="facts small">
        {rows
          .filter(([, text]) => text !== "")
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      <p>
        <strong lang={lang}>
          <bdi>{letter.subject}</bdi>
        </strong>
      </p>
      <LetterSheet paragraphs={sheetOf(letter.text)} lang={lang} />
      <MailsHeld locale={locale} mails={letter.mails} />
    </section>
  );
}
