import type { ReactNode } from "react";
import { dirOf } from "#app/lib/words.ts";
import { words } from "./words.ts";

const sans = "-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const serif = "Georgia,'Times New Roman',serif";
const table = { role: "presentation", width: "100%", cellPadding: 0, cellSpacing: 0, border: 0 } as const;

/** Mail programs that know dark schemes take these classes; the others keep the inline colours. */
const darkScheme = `
@media (prefers-color-scheme: dark) {
  .bg { background: #12181a !important; } .ink { color: #e9efed !important; } .ink2 { color: #bcc8c5 !important; }
  .rule { border-color: #e9efed !important; } .hair { border-color: #354145 !important; } .link { color: #7fcfd6 !important; }
  .btn a { background: #7fcfd6 !important; color: #06262b !important; border-color: #7fcfd6 !important; }
}`;

export interface MailShellProps {
  /** Stands on the rule, as the word mark does on a page. */
  organization: string;
  /** Also the document's title; a lock screen shows it, so it must be neutral. */
  heading: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  lang?: string;
  /** Rows: `MailText`, `MailButton`, `MailProse`, `MailAside`, `MailOrigin`. */
  children: ReactNode;
}

/** The frame of every mail: tables and style attributes, because mail programs need them; no picture, no tracking. */
export function MailShell({ organization, heading, preview, lang = "en", children }: MailShellProps) {
  return (
    <html lang={lang} dir={dirOf(lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{heading}</title>
        <style dangerouslySetInnerHTML={{ __html: darkScheme }} />
      </head>
      <body className="bg" style={{ margin: 0, padding: 0, background: "#ffffff" }}>
        <div
          role="article"
          aria-roledescription={words(lang)("mail.role")}
          aria-label={heading}
          lang={lang}
          dir={dirOf(lang)}
        >
          <div data-skip-in-text="true" style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>
            {preview}
          </div>
          <table {...table} className="bg" style={{ background: "#ffffff" }}>
            <tbody>
              <tr>
                <td align="center" style={{ padding: "24px 16px" }}>
                  <table {...table} style={{ maxWidth: 560, textAlign: "start" }}>
                    <tbody>
                      <tr>
                        <td
                          className="ink rule"
                          style={{
                            borderBottom: "2px solid #14201f",
                            padding: "0 0 6px",
                            font: `600 26px/1 ${serif}`,
                            color: "#14201f",
                            letterSpacing: "-.5px",
                          }}
                        >
                          <bdi>{organization}</bdi>
                        </td>
                      </tr>
                      <tr>
                        <td style={{ padding: "28px 0 0" }}>
                          <h1 className="ink" style={{ margin: 0, font: `600 28px/1.2 ${serif}`, color: "#14201f" }}>
                            {heading}
                          </h1>
                        </td>
                      </tr>
                      {children}
                    </tbody>
                  </table>
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      </body>
    </html>
  );
}

/** One paragraph. */
export function MailText({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td className="ink" style={{ padding: "14px 0 0", font: `17px/1.55 ${sans}`, color: "#14201f" }}>
        {children}
      </td>
    </tr>
  );
}

/**
 * The mail's one button, and its address in full for those whose mail program does not open it. `copyLabel`: "Or copy
 * this address:". The text part has the address once, on a line of its own.
 */
export function MailButton({ href, copyLabel, children }: { href: string; copyLabel: string; children: ReactNode }) {
  return (
    <>
      <tr>
        <td className="btn" style={{ padding: "24px 0 8px" }}>
          <a
            href={href}
            data-mail-button="true"
            style={{
              display: "inline-block",
              background: "#0b5a66",
              border: "2px solid #0b5a66",
              color: "#ffffff",
              font: `600 17px/1.25 ${sans}`,
              textDecoration: "none",
              padding: "12px 24px",
              borderRadius: 4,
            }}
          >
            {children}
          </a>
        </td>
      </tr>
      <tr>
        <td
          className="ink2"
          data-skip-in-text="true"
          style={{ padding: "8px 0 0", font: `15px/1.5 ${sans}`, color: "#43514e" }}
        >
          {copyLabel}
          <br />
          <a className="link" href={href} style={{ color: "#0b5a66", wordBreak: "break-all" }}>
            {href}
          </a>
        </td>
      </tr>
    </>
  );
}

/** Somebody's own text: blank lines part its paragraphs, line breaks stay. Escaped by React like any other text. */
export function MailProse({ text, lang, dir }: { text: string; lang?: string; dir?: "ltr" | "rtl" | "auto" }) {
  const paragraphs = text.trim().split(/\n{2,}/);
  return (
    <tr>
      <td lang={lang} dir={dir} className="ink" style={{ font: `17px/1.55 ${serif}`, color: "#14201f" }}>
        {paragraphs.map((paragraph, index) => (
          <p key={index} style={{ margin: "14px 0 0" }}>
            {paragraph.split("\n").map((line, at) => (
              <span key={at}>
                {at > 0 ? <br /> : null}
                {line}
              </span>
            ))}
          </p>
        ))}
      </td>
    </tr>
  );
}

/** What stands below the hairline: "It was not you? …". */
export function MailAside({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td style={{ padding: "28px 0 0" }}>
        <table {...table}>
          <tbody>
            <tr>
              <td
                className="ink2 hair"
                style={{
                  borderTop: "1px solid #d2dad7",
                  padding: "16px 0 0",
                  font: `15px/1.5 ${sans}`,
                  color: "#43514e",
                }}
              >
                {children}
              </td>
            </tr>
          </tbody>
        </table>
      </td>
    </tr>
  );
}

/** The last, small line: who sent this and how. */
export function MailOrigin({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td className="ink2" style={{ padding: "14px 0 0", font: `13px/1.5 ${sans}`, color: "#5a6764" }}>
        {children}
      </td>
    </tr>
  );
}
