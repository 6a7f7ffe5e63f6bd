import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { linksIn, mailParts } from "#app/features/delivery/local-mail.ts";
import type { LocalMail } from "#app/features/delivery/local-mail.ts";
import { localMailById, localMails } from "#app/features/delivery/local-mails.server.ts";
import { mailboxIsOpen } from "#app/features/delivery/mailbox-is-open.server.ts";
import { Mailbox } from "#app/features/delivery/mailbox.tsx";
import { words } from "#app/features/delivery/words.ts";
import { notFound } from "#app/http/responses.server.ts";

const shown = 200;

export const meta: MetaFunction = () => [{ title: words("en")("mailboxTitle") }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  if (!mailboxIsOpen({ loopback: context.loopback === true, hostname: url.hostname })) throw notFound();
  const mails = await localMails(shown);
  const id = url.searchParams.get("id");
  const chosen = id === null ? (mails[0] ?? null) : await localMailById(id);
  if (id !== null && !chosen) throw notFound();
  return {
    mails: mails.map(listed),
    part: mailParts.find((part) => part === url.searchParams.get("part")) ?? "html",
    chosen: chosen && {
      ...listed(chosen),
      from: chosen.from,
      text: chosen.text,
      headers: Object.entries(chosen.headers).map(([name, value]) => ({ name, value })),
      links: linksIn(chosen.text),
    },
  };
}

function listed({ id, to, subject, createdAt }: LocalMail) {
  return { id, to, subject, createdAt: createdAt.toISOString() };
}

export default function MailboxPage() {
  const { mails, chosen, part } = useLoaderData<typeof loader>();
  return <Mailbox mails={mails} chosen={chosen} part={part} />;
}
