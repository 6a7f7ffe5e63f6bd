import { words } from "./words.ts";

export interface KeptLetterProps {
  locale: string;
  /** Where the button posts it again. */
  action: string;
  body: string;
  division: string;
  recipients: string[];
}

/** The database does not answer: the text comes back, with what was ticked, and the button (fault 15). */
export function KeptLetter({ locale, action, body, division, recipients }: KeptLetterProps) {
  const t = words(locale);
  return (
    <form className="narrow stack stack-lg" method="post" action={action}>
      <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
        <h2>{t("sign.down")}</h2>
        <p>{t("letter.down.lead")}</p>
      </div>
      <h1>{t("step.letters")}</h1>
      <div className="field">
        <label htmlFor="body">{t("letter.down.text")}</label>
        {/* A browser drops the first line break of a textarea. */}
        <textarea className="textarea" id="body" name="body" rows={14} dir="auto" defaultValue={`\n${body}`} />
      </div>
      {division ? <input type="hidden" name="division" value={division} /> : null}
      {recipients.map((key) => (
        <input type="hidden" name="recipient" value={key} key={key} />
      ))}
      <p>
        <button className="btn">{t("sign.again")}</button>
      </p>
    </form>
  );
}
