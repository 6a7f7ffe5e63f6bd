import type { IncomingMessage } from "node:http";
import type { ErrorRequestHandler } from "express";

export interface BrokenPages {
  /** For an address or a request that nothing can be made of. */
  badRequest: string;
  /** For a bug; `reference` is the place for what the log has of it. */
  ours: string;
  reference: string;
}

/**
 * The last answer, where no route could give one: a page made beforehand, in the language of the request, which needs
 * neither Remix nor the database. A bug is logged, and its page names the reference.
 */
export function brokenHandler(
  pagesFor: (request: IncomingMessage) => BrokenPages,
  logFault: (error: unknown) => string,
): ErrorRequestHandler {
  return (error: { status?: number }, request, response, _next) => {
    const pages = pagesFor(request);
    const status = error.status && error.status >= 400 && error.status < 500 ? error.status : 500;
    const html = status === 500 ? pages.ours.replace(pages.reference, logFault(error)) : pages.badRequest;
    if (response.headersSent) return void response.destroy();
    response
      .status(status)
      .set({ "cache-control": "no-store", "referrer-policy": "no-referrer" })
      .type("html")
      .send(html);
  };
}
