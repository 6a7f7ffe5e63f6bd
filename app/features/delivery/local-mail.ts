import { paths } from "#app/lib/paths.ts";

/** A mail in the local mailbox. */
export type LocalMail = {
  id: string;
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  createdAt: Date;
};

/** The web addresses in a mail, each once, in their order: the frame that shows the mail lets none be followed. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(/[).,;]+$/, "")))];
}

export const mailParts = ["html", "text", "headers"] as const;
/** Which form of the mail is shown. */
export type MailPart = (typeof mailParts)[number];

/** The mailbox at one mail, in one of its forms. */
export function mailboxAt(id: string, part: MailPart): string {
  return `${paths.mailbox()}?${new URLSearchParams({ id, ...(part === "html" ? {} : { part }) })}`;
}
