import type { ActionFunctionArgs } from "@remix-run/node";
import { mailboxIsOpen } from "#app/features/delivery/mailbox-is-open.server.ts";
import { storeLocalMail } from "#app/features/delivery/store-local-mail.server.ts";
import { visitor } from "#app/http/by.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/** There is nothing to read here. */
export function loader() {
  throw notFound();
}

/** The local mailbox as Resend: the worker's one code path posts here when nothing may leave this machine. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { hostname } = new URL(request.url);
  if (!mailboxIsOpen({ loopback: context.loopback === true, hostname })) throw notFound();
  if (request.method !== "POST") return problem(405, "method_not_allowed");
  // No form of a foreign page can send this header.
  if (!/^Bearer \S+$/.test(request.headers.get("authorization") ?? "")) return problem(401, "missing_api_key");
  const key = request.headers.get("idempotency-key");
  if (key !== null && (key.length < 1 || key.length > 256)) return problem(400, "invalid_idempotency_key");

  const stored = await storeLocalMail(visitor(context), { key, body: await request.text() });
  if (stored.outcome === "invalid") return problem(422, "validation_error");
  if (stored.outcome === "other-body") return problem(409, "invalid_idempotent_request");
  return Response.json({ id: stored.id });
}

/** An error as Resend spells it. */
function problem(statusCode: number, name: string): Response {
  return Response.json({ statusCode, name, message: name.replaceAll("_", " ") }, { status: statusCode });
}
