import { words } from "#app/features/campaigns/words.ts";

export type Share = {
  /** The campaign's address, whole. */
  url: string;
  title: string;
  summary: string;
  hasLetters: boolean;
  /** A letter from elsewhere goes to somebody else. */
  reachesOthers: boolean;
};

/**
 * The campaign's address as text to select, and a mail to write oneself: no network's button, no script. `by`: a reader
 * passes it on; who has signed is asked to, and told that the link says nothing of them.
 */
export function ShareStep({ locale, share, by }: { locale: string; share: Share; by: "reader" | "signer" }) {
  const t = words(locale);
  const { url, title, summary, hasLetters, reachesOthers } = share;
  const lead = t(reachesOthers ? "page.shareDetail" : "page.shareDetailSame");
  return (
    <section aria-labelledby="share" className="stack no-print">
      <h2 id="share" className="ruled">
        {t(by === "signer" ? "share.ask" : "page.share")}
      </h2>
      <p className="muted">{by === "signer" ? `${lead} ${t("share.nothing")}` : lead}</p>
      <p className="row">
        <span className="link-out">{url}</span>{" "}
        <a
          className="btn btn-second"
          href={mailLink(t("page.shareSubject", { letters: hasLetters ? "yes" : "no" }), [title, summary, url])}
        >
          {t("page.shareMail")}
        </a>
      </p>
    </section>
  );
}

/** Line ends as mail programs take them (RFC 6068). */
function mailLink(subject: string, paragraphs: string[]): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(paragraphs.join("\r\n\r\n"))}`;
}
