import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";

const bodyLimit = 512 * 1024;
const safe = new Set(["GET", "HEAD", "OPTIONS"]);
const guarded = /^\/(organize|staff|admin)(\/|$)/;

/** Headers of every answer. No script, style or frame but our own; no address in a referrer to others. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: { maxAge: 31_536_000 },
    xFrameOptions: { action: "deny" },
  }) as RequestHandler;
}

/**
 * What is refused before any route sees it: posts from other sites, bodies too large or of unknown length. The refusal is
 * a page of the design, rendered in place of the route.
 */
export function guards(): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const why = refusal(request);
    if (why) {
      request.method = "GET";
      request.url = `/refused/${why}`;
      // The body is never read by the page; without these, Remix would not wait for it either.
      delete request.headers["content-length"];
      delete request.headers["content-type"];
    }
    next();
  };
}

/** Why a request is refused, or null. Public: `docs/architecture.md`, "Forms". */
export function refusal(request: Pick<Request, "method" | "path" | "headers">): "cross-site" | "too-large" | "length-required" | null {
  if (safe.has(request.method)) return null;
  if (!fromOurPages(request)) return "cross-site";
  const length = request.headers["content-length"];
  if (length === undefined) return request.headers["transfer-encoding"] ? "length-required" : null;
  return Number(length) > bodyLimit ? "too-large" : null;
}

/**
 * `Sec-Fetch-Site`, when present, decides; else an `Origin` that is not "null" must be our host. Absent or "null" passes
 * on public routes (a page without referrers posts "Origin: null"), never where somebody is signed in.
 */
function fromOurPages({ headers, path }: Pick<Request, "path" | "headers">): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  if (origin !== undefined && origin !== "null") return URL.canParse(origin) && new URL(origin).host === host;
  return !guarded.test(path);
}
