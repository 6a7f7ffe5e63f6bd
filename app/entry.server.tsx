import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { EntryContext } from "@remix-run/server-runtime";
import { renderToPipeableStream } from "react-dom/server";
import { isDatabaseDown } from "#app/lib/db.server.ts";
import { log, logFault } from "#app/lib/log.server.ts";

// What Express needs of the domain, so that this process holds one copy of each module.
export { accessLog } from "#app/http/access-log.server.ts";
export { readiness } from "#app/http/readiness.server.ts";
export { closeDatabase } from "#app/lib/db.server.ts";
export { log } from "#app/lib/log.server.ts";

const patience = 5_000;

/** Renders a page whole: public pages have nothing to wait for, and an error after the first byte could not be told. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} abortDelay={patience} />, {
      onAllReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        failed = 500;
        logFault(error);
      },
    });
    setTimeout(abort, patience + 1000).unref();
  });
}

/** A bug is logged once, with the reference its page shows; a database that is down is not a bug of the page. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  if (isDatabaseDown(error)) log("warn", "database-down");
  else logFault(error);
}

