import type { LoaderFunctionArgs } from "@remix-run/node";
import { localMails } from "#app/features/delivery/local-mails.server.ts";
import { mailboxIsOpen } from "#app/features/delivery/mailbox-is-open.server.ts";
import { notFound } from "#app/http/responses.server.ts";

const listed = 5000;

/** The local mailbox for programs: acceptance checks and load tests read the mailed links here. Newest first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { hostname } = new URL(request.url);
  if (!mailboxIsOpen({ loopback: context.loopback === true, hostname })) throw notFound();
  const mails = await localMails(listed);
  return Response.json(
    mails.map(({ id, to, from, subject, text, html, headers, createdAt }) => ({
      id,
      to,
      from,
      subject,
      text,
      html,
      headers,
      createdAt: createdAt.toISOString(),
    })),
    { headers: { "cache-control": "no-store" } },
  );
}
