import { districtName, placeOf, stateCodeOf } from "#app/features/directory/us-places.ts";
import { LetterSheet } from "#app/features/letters/letter-sheet.tsx";
import { sheetOf } from "#app/features/letters/sheet.ts";
import { formatDate, formatDateTime } from "#app/lib/format.ts";
import { LetterHeld } from "./letter-held.tsx";
import { MailsHeld } from "./mails-held.tsx";
import type { SignatureData } from "./personal-data.ts";
import { words } from "./words.ts";

/** What is stored of one signature. */
export function SignatureHeld({ locale, id, data }: { locale: string; id: string; data: SignatureData }) {
  const t = words(locale);
  return (
    <section aria-labelledby={id} className="stack stack-lg">
      <h2 id={id} className="ruled">
        <bdi>{data.campaign.title}</bdi>
      </h2>
      <dl className="facts">
        {rowsOf(data, locale).map(([term, texts]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {texts.map((text, index) => (
                <p key={index}>
                  <bdi>{text}</bdi>
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {data.draft ? (
        <section className="stack" aria-labelledby={`${id}-draft`}>
          <h3 id={`${id}-draft`}>{t("held.draft")}</h3>
          <p className="meta">{t("held.draft.saved", { when: formatDateTime(locale, data.draft.savedAt) })}</p>
          <LetterSheet paragraphs={sheetOf(data.draft.text)} lang={data.campaign.language} />
        </section>
      ) : null}
      {data.letters.map((letter, index) => (
        <LetterHeld key={index} locale={locale} id={`${id}-${index}`} letter={letter} lang={data.campaign.language} />
      ))}
      {data.mails.length > 0 ? (
        <section className="stack stack-sm" aria-labelledby={`${id}-mails`}>
          <h3 id={`${id}-mails`}>{t("held.mails")}</h3>
          <MailsHeld locale={locale} mails={data.mails} />
        </section>
      ) : null}
    </section>
  );
}

/** A division by its name and, in brackets, the id that is stored. */
function placeName(divisionId: string | null): string {
  if (divisionId === null) return "";
  const code = stateCodeOf(divisionId);
  if (code === null) return divisionId;
  const district = /\/cd:(\d+)$/.exec(divisionId)?.[1];
  const name = district === undefined ? placeOf(code).name : districtName(code, Number(district));
  return `${name} (${divisionId})`;
}

function rowsOf(data: SignatureData, locale: string): [string, string[]][] {
  const t = words(locale);
  const when = (at: Date | null) => (at === null ? [] : [formatDateTime(locale, at)]);
  const { person, place, state } = data;
  const places = [placeName(place.houseDivision ?? place.stateDivision), place.map ?? ""].filter(Boolean);
  const known = place.knownFrom === "zip" || place.knownFrom === "self" ? t(`held.place.${place.knownFrom}`) : "";
  const agreed = (purpose: string) =>
    purpose === "signature" || purpose === "updates" ? t(`held.agreement.${purpose}`) : purpose;
  const link = (purpose: string) =>
    purpose === "confirm" || purpose === "letter" || purpose === "writer" ? t(`held.link.${purpose}`) : purpose;
  const rows: [string, string[]][] = [
    [t("held.state"), [t(`held.state.${state}`)]],
    [t("held.number"), data.number === null ? [] : [String(data.number)]],
    [t("held.signed"), when(data.signedAt)],
    [t("held.confirmedAt"), when(data.confirmedAt)],
    [t("held.reminded"), when(data.remindedAt)],
    [t("held.withdrawnAt"), when(data.withdrawnAt)],
    [t("held.name"), [[person.givenName, person.familyName].filter(Boolean).join(" ")]],
    [t("held.email"), [person.email]],
    [
      t("held.address"),
      [person.streetAddress, person.locality, person.region, person.postalCode, person.country].filter(Boolean),
    ],
    [t("held.place"), places.length > 0 ? [...places, known] : [t("held.place.none")]],
    [t("held.display"), [t(`sign.display.${data.shownToThePublic}`)]],
    [t("held.source"), data.cameFrom === null ? [] : [data.cameFrom]],
    [t("held.asks"), [String(data.asksVersion ?? 1)]],
    [t("held.wording"), [`${formatDate(locale, new Date(data.privacyWording))}, ${data.locale}`]],
    [t("held.marks"), data.marks],
    [t("held.scrambled"), data.scrambled.map((what) => t(`held.scrambled.${what}`))],
    [
      t("held.agreements"),
      data.agreements.map(
        ({ purpose, given, at }) =>
          `${agreed(purpose)}: ${t(given ? "held.yes" : "held.no")}, ${formatDateTime(locale, at)}`,
      ),
    ],
    [
      t("held.history"),
      data.history.map(({ at, to, cause }) => {
        const said = to === cause || cause === "signed" ? cause : `${to} (${cause})`;
        return `${formatDateTime(locale, at)}: ${said}`;
      }),
    ],
    [
      t("held.links"),
      data.links.map(
        ({ purpose, expiresAt }) => `${link(purpose)}, ${t("held.until", { when: formatDateTime(locale, expiresAt) })}`,
      ),
    ],
  ];
  return rows.filter(([, texts]) => texts.some(Boolean));
}
