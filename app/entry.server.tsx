import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { EntryContext } from "@remix-run/server-runtime";
import { renderToPipeableStream } from "react-dom/server";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { log, logFault } from "#app/lib/log.server.ts";
import { seconds } from "#app/lib/time.ts";

// What Express needs of the domain, so that its process holds one copy of each module.
export { keepOpenCampaigns } from "#app/features/campaigns/campaign-of.server.ts";
export { sourceOf } from "#app/features/campaigns/source.ts";
export { placesToFill } from "#app/features/site/faults.ts";
export { listensOn } from "#app/features/delivery/loopback.ts";
export { visitor } from "#app/http/by.server.ts";
export { isSecretField } from "#app/http/secret-field.ts";
export { closeDatabase, sql } from "#app/lib/db.server.ts";
export { env } from "#app/lib/env.server.ts";
export { holdKey } from "#app/lib/key-holders.server.ts";
export { log, logFault } from "#app/lib/log.server.ts";
export { prefixesOf } from "#app/lib/paths.ts";
export { textsBesideFiles } from "#app/lib/texts-beside-files.server.ts";
export { servedLocales } from "#app/lib/words.ts";

const patience = seconds(5);

/** What went wrong under a request: the reference in the log, or nothing but a database that is down. */
const faults = new WeakMap<Request, { reference: string } | "database-down">();

/** The load contexts under which the database did not answer: whatever Remix makes of that, the status is 503. */
export const databaseDownUnder = new WeakSet<object>();

/** A bug is logged once, with the reference that its page shows; a database that is down is no bug. */
export function handleError(error: unknown, { request, context }: { request: Request; context: object }): void {
  if (request.signal.aborted || faults.has(request)) return;
  // A page without an action that is posted to, and the like: anybody can ask wrongly as often as they like.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (isDatabaseDown(error)) {
    log("warn", "database-down");
    faults.set(request, "database-down");
    databaseDownUnder.add(context);
  } else {
    faults.set(request, { reference: logFault(error) });
  }
}

/**
 * Renders a page whole before its first byte: public pages have nothing to wait for, and an error after the first byte
 * could not be told. The error boundary gets an error whose message is the reference in the log, or "database-down".
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const fault = faults.get(request);
  const message = fault === "database-down" ? fault : fault?.reference;
  for (const error of Object.values(context.staticHandlerContext.errors ?? {})) {
    // Remix has put a nameless error in the place of ours, so that no message of a library reaches a page.
    if (message && error instanceof Error) error.message = message;
  }
  headers.set("content-type", "text/html; charset=utf-8");
  if (fault) headers.set("cache-control", "no-store");
  const body = await rendered(<RemixServer context={context} url={request.url} abortDelay={patience} />);
  return new Response(body, { headers, status });
}

function rendered(page: React.ReactElement): Promise<string> {
  return new Promise((resolve, reject) => {
    let isShellDone = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      onShellReady: () => (isShellDone = true),
      onAllReady: () => {
        clearTimeout(tooLong);
        // React says so after a failed shell too, and then its stream is broken.
        if (isShellDone) resolve(text(pipe(new PassThrough())));
      },
      onShellError: reject,
      onError: (error) => {
        // Before that the error is Remix's to handle, which logs it too.
        if (isShellDone) logFault(error);
      },
    });
    const tooLong = setTimeout(abort, patience + seconds(1)).unref();
  });
}
