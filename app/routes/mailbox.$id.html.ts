import type { LoaderFunctionArgs } from "@remix-run/node";
import { localMailById } from "#app/features/delivery/local-mails.server.ts";
import { mailboxIsOpen } from "#app/features/delivery/mailbox-is-open.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/** A mail needs style attributes and nothing else; the sandbox leaves it no script, form, origin or way out. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox",
].join("; ");

/** The HTML part of a mail, for the frame in the mailbox. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { hostname } = new URL(request.url);
  if (!mailboxIsOpen({ loopback: context.loopback === true, hostname })) throw notFound();
  const mail = await localMailById(params.id ?? "");
  if (!mail) throw notFound();
  return new Response(mail.html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
