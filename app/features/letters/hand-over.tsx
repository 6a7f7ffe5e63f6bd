import type { HandOverBlock } from "./letter-state-item.ts";
import { words } from "./words.ts";

type Props = { id: string; name: string; block: HandOverBlock; action: string; locale: string };

/** The letter to copy, the office's own page to paste it into, and "I have sent it". Nothing here fills that page. */
export function HandOver({ id, name, block, action, locale }: Props) {
  const t = words(locale);
  return (
    <div className="handover stack">
      <h4>{block.heading}</h4>
      <ol>
        <li>
          <label htmlFor={`text-${id}`}>
            {t("hand.copy")} <span className="muted">{block.length}</span>
          </label>
          <textarea className="textarea" id={`text-${id}`} readOnly dir="auto" defaultValue={block.text} />
        </li>
        <li>
          <WhereTo block={block} locale={locale} />
        </li>
        <li>{t("hand.tell")}</li>
      </ol>
      {block.post ? (
        <p className="small muted">
          {t("hand.post")} <bdi>{block.post}</bdi>
        </p>
      ) : null}
      <form method="post" action={action}>
        <input type="hidden" name="letterId" value={id} />
        <input type="hidden" name="done" value="yes" />
        <button className="btn btn-small">
          {t("hand.sent")}
          <span className="sr">{t("hand.sent.whom", { name })}</span>
        </button>
      </form>
    </div>
  );
}

function WhereTo({ block, locale }: { block: HandOverBlock; locale: string }) {
  const t = words(locale);
  if (!block.link) return <>{t("hand.no-site")}</>;
  const [beforeSubject = "", afterSubject = ""] = t("hand.subject").split("<subject>");
  const [before = "", after = ""] = t(block.kind === "form" ? "hand.open-form" : "hand.open-site").split("<link>");
  return (
    <>
      {before}
      <a href={block.link.href} rel="external noreferrer">
        <bdi>{block.link.label}</bdi>
      </a>
      {after} {block.asked}
      <br />
      {beforeSubject}
      <strong>
        <bdi>{block.subject}</bdi>
      </strong>
      {afterSubject}
    </>
  );
}
