import type { LoaderFunctionArgs } from "@remix-run/node";
import { localMailById } from "#app/features/delivery/local-mails.server.ts";
import { mailboxIsOpen } from "#app/features/delivery/mailbox-is-open.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/** A mail needs style attributes and nothing else; the sandbox leaves it no script, form or origin. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

/** The HTML part of a mail, for the frame in the mailbox. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { hostname } = new URL(request.url);
  if (!mailboxIsOpen({ loopback: context.loopback === true, hostname })) throw notFound();
  const mail = await localMailById(params.id ?? "");
  if (!mail) throw notFound();
  // Its links open beside the mailbox, as in a mail program: in the frame our own pages refuse to be shown.
  return new Response(
    mail.html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`),
    {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
      },
    },
  );
}
