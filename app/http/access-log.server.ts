import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "#app/lib/log.server.ts";

/** A path by its pattern: what a visitor may see or hold (a token, a mail's id) never reaches the log. */
export function routePattern(path: string): string {
  const [pathname = "/"] = path.split("?");
  const [, first, second, ...rest] = pathname.split("/");
  if (first === "confirm" && second) return ["/confirm/:token", ...rest].join("/");
  if (first === "mailbox" && second && second !== "resend") return ["/mailbox/:id", ...rest].join("/");
  return /^[\w./:-]{1,120}$/.test(pathname) ? pathname : "/(other)";
}

/** One line a request when its answer is done; no query string, no address, no header. */
export function accessLog(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse, next: () => void): void {
  const began = performance.now();
  const { method = "" } = request;
  const route = routePattern(request.originalUrl ?? request.url ?? "/");
  response.on("finish", () => {
    log("info", "request", { method, route, status: response.statusCode, ms: Math.round(performance.now() - began) });
  });
  next();
}
