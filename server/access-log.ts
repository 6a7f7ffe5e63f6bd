import type { RequestHandler } from "express";
import type { log as Log } from "#app/lib/log.server.ts";

const quiet = /^\/(assets\/|fonts\/|healthz$|readyz$|favicon)/;

/**
 * One line a request, by the route's pattern: never an address, a query string or a token. `usual`: the level of a request
 * that went well; what a terminal shows to somebody who tries the site is only what went wrong.
 */
export function accessLog(log: typeof Log, routeOf: (path: string) => string, usual: "info" | "debug"): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const { method, path } = request;
    response.on("close", () => {
      const route = quiet.test(path) ? (path.startsWith("/assets/") ? "/assets/*" : path) : routeOf(path);
      log(quiet.test(path) ? "debug" : response.statusCode >= 500 ? "warn" : usual, "request", {
        method,
        route,
        // 499: the visitor left before the answer.
        status: response.writableFinished ? response.statusCode : 499,
        ms: Math.round(performance.now() - begun),
      });
    });
    next();
  };
}
