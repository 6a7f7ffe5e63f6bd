import { formatDateTime } from "#app/lib/format.ts";
import { paths } from "#app/lib/paths.ts";
import { mailboxAt, mailParts } from "./local-mail.ts";
import type { MailPart } from "./local-mail.ts";
import { words } from "./words.ts";

const t = words("en");

export type MailListed = { id: string; to: string; subject: string; createdAt: string };
export type MailChosen = MailListed & {
  from: string;
  text: string;
  headers: { name: string; value: string }[];
  links: string[];
};

/** The local mailbox: what the site would have sent, newest first, and one mail of it. */
export function Mailbox({ mails, chosen, part }: { mails: MailListed[]; chosen: MailChosen | null; part: MailPart }) {
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="masthead wrap">
        <div className="masthead-in">
          <a className="wordmark" href={paths.home()}>
            {t("product")}
            <small>{t("mailbox")}</small>
          </a>
          <nav className="nav" aria-label={t("mailboxNav")}>
            <a href={paths.home()}>{t("publicSite")}</a>
            <a href={paths.mailboxJson()}>{t("asJson")}</a>
          </nav>
        </div>
      </header>
      <main id="main" className="wrap page page-form stack stack-lg">
        <h1 className="sr">{t("mailbox")}</h1>
        <div className="notice notice-warn wide">
          <p className="small">{t("nothingLeaves")}</p>
        </div>
        {mails.length === 0 ? <p>{t("empty")}</p> : null}
        {mails.length > 0 ? (
          <div className="mail-pane">
            <MailList mails={mails} current={chosen?.id ?? null} />
            {chosen ? <Mail mail={chosen} part={part} /> : null}
          </div>
        ) : null}
      </main>
    </>
  );
}

function MailList({ mails, current }: { mails: MailListed[]; current: string | null }) {
  return (
    <ul className="mails" role="list" aria-label={t("list", { n: mails.length })}>
      {mails.map(({ id, subject, to, createdAt }) => (
        <li key={id}>
          <a href={`${mailboxAt(id, "html")}#mail`} aria-current={id === current ? "true" : undefined}>
            <b dir="auto">{subject || t("noSubject")}</b>
            <time dateTime={createdAt}>{createdAt.slice(11, 16)}</time>
            <span className="to muted">{t("toAddress", { to })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Mail({ mail, part }: { mail: MailChosen; part: MailPart }) {
  return (
    <article className="stack" id="mail" aria-label={t("mail")}>
      <dl className="facts wide">
        <div>
          <dt>{t("subject")}</dt>
          <dd>
            <strong dir="auto">{mail.subject || t("noSubject")}</strong>
          </dd>
        </div>
        <Fact name={t("from")} value={mail.from} />
        <Fact name={t("to")} value={mail.to} />
        <Fact name={t("at")} value={formatDateTime("en", new Date(mail.createdAt), "UTC")} />
        {mail.links.length > 0 ? (
          <div>
            <dt>{t("links")}</dt>
            <dd>
              {mail.links.map((link) => (
                <p key={link}>
                  <a href={link}>{link}</a>
                </p>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
      <nav className="nav" aria-label={t("formOfTheMail")}>
        {mailParts.map((other) => (
          <a key={other} href={mailboxAt(mail.id, other)} aria-current={other === part ? "page" : undefined}>
            {t(other)}
          </a>
        ))}
      </nav>
      <Part mail={mail} part={part} />
    </article>
  );
}

function Part({ mail, part }: { mail: MailChosen; part: MailPart }) {
  if (part === "html") {
    // Its own policy and sandbox: nothing in a mail runs or loads. Its links open in a page of their own.
    return (
      <iframe
        className="mail-frame"
        src={paths.mailboxHtml(mail.id)}
        title={t("frame")}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      />
    );
  }
  if (part === "text") {
    return (
      <div className="sheet" dir="auto">
        {mail.text
          .trim()
          .split(/\n{2,}/)
          .map((paragraph, index) => (
            <p key={index}>
              {paragraph.split("\n").map((line, at) => (
                <span key={at}>
                  {at > 0 ? <br /> : null}
                  {line}
                </span>
              ))}
            </p>
          ))}
      </div>
    );
  }
  if (mail.headers.length === 0) return <p>{t("noHeaders")}</p>;
  return (
    <dl className="facts wide">
      {mail.headers.map(({ name, value }) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
