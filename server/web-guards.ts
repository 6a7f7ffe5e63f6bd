import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";

const bodyLimit = 512 * 1024;
/** Where a form may bring a picture, and how large it may be: more than is taken, so that the form itself can say so. */
const uploads = /^\/(?:organize\/c\/[^/]+\/story|admin\/organization)(?:\.data)?\/?$/;
const uploadLimit = 32 * 1024 * 1024;
/** What is read of a refused body, so that its sender gets to see the answer instead of a broken connection. */
const politeness = { bytes: 8 * 1024 * 1024, ms: 5000 };
const safe = new Set(["GET", "HEAD", "OPTIONS"]);
/** Where somebody is signed in, or signs in or out; `.data` is the same page for a script. */
const signedIn = /^\/(organize|staff|admin|account|sign-in|sign-out)([/.]|$)/;

/** Why a request is refused, and the status that says so. The page is the route `/refused/:why`. */
const refusals = { "cross-site": 403, "length-required": 411, "too-large": 413 } as const;
export type Refusal = keyof typeof refusals;

const nothing = ["'none'"];
const own = ["'self'"];

/** Headers of every answer: no script, style or frame but our own, and no address of ours in a referrer to others. */
export function securityHeaders(isHttps: boolean): RequestHandler {
  const policy = (frames: string[]) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: nothing,
          scriptSrc: own,
          styleSrc: own,
          imgSrc: [...own, "data:"],
          fontSrc: own,
          connectSrc: own,
          manifestSrc: own,
          formAction: own,
          frameSrc: frames,
          frameAncestors: nothing,
          baseUri: nothing,
          objectSrc: nothing,
        },
      },
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
      xFrameOptions: { action: "deny" },
    });
  const usual = policy(nothing);
  const mailbox = policy(own);
  return (request, response, next) => (/^\/mailbox\/?$/.test(request.path) ? mailbox : usual)(request, response, next);
}

/**
 * A route's own header takes the place of ours. Remix appends its headers, and of two content security policies both
 * would hold.
 */
export const routesOverrideHeaders: RequestHandler = (_request, response, next) => {
  const append = response.append.bind(response);
  response.append = (name, value) =>
    name.toLowerCase() === "set-cookie" ? append(name, value) : response.set(name, value as string);
  next();
};

/**
 * What is refused before any route sees it: posts from other sites, bodies too large or of unknown length. The refusal is
 * a page of the site, rendered in place of the route.
 */
export const guards: RequestHandler = (request, response, next) => {
  const why = refusal(request);
  if (!why) {
    // Remix would look at it again, and take the "null" of a page without referrers for a stranger's.
    delete request.headers.origin;
    return next();
  }
  void readAway(request).then(() => {
    rewrite(request, `/refused/${why}`);
    response.set("connection", "close");
    // Whatever the page itself answers when it is opened by its address.
    const status = response.status.bind(response);
    response.status = () => status(refusals[why]);
    next();
  });
};

function rewrite(request: Request, path: string): void {
  request.method = "GET";
  request.url = path;
  request.originalUrl = path;
  const kept = Object.entries(request.headers).filter(([name]) => !/^(content-|transfer-|expect$|origin$)/.test(name));
  request.headers = Object.fromEntries(kept);
}

async function readAway(request: Request): Promise<void> {
  if (Number(request.headers["content-length"] ?? 0) > politeness.bytes) return;
  let read = 0;
  request.on("data", (chunk: Buffer) => {
    read += chunk.length;
    if (read > politeness.bytes) request.emit("enough");
  });
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), politeness.ms);
  const { signal } = enough;
  await Promise.race(["end", "close", "enough"].map((event) => once(request, event, { signal }))).catch(
    () => undefined,
  );
  clearTimeout(timer);
  enough.abort();
}

/** Why a request is refused, or null. */
export function refusal(request: Pick<Request, "method" | "path" | "headers">): Refusal | null {
  if (safe.has(request.method)) return null;
  if (!isOurs(request)) return "cross-site";
  const length = request.headers["content-length"];
  if (length === undefined) return "length-required";
  return Number(length) > (isUpload(request) ? uploadLimit : bodyLimit) ? "too-large" : null;
}

function isUpload({ path, headers }: Pick<Request, "path" | "headers">): boolean {
  return /^multipart\/form-data\b/i.test(headers["content-type"] ?? "") && uploads.test(plainPath(path));
}

/**
 * `Sec-Fetch-Site`, when present, decides; else an `Origin` that is not "null" must be our host. Absent or "null" passes
 * on public routes (a page without referrers posts "Origin: null"), never where somebody is signed in.
 */
function isOurs({ headers, path }: Pick<Request, "path" | "headers">): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  if (origin !== undefined && origin !== "null") return URL.canParse(origin) && new URL(origin).host === host;
  return !signedIn.test(plainPath(path));
}

/** As Remix matches it: decoded, without case, dot segments resolved. */
function plainPath(path: string): string {
  try {
    return new URL(decodeURIComponent(path).replace(/\/+/g, "/"), "http://localhost").pathname.toLowerCase();
  } catch {
    return path;
  }
}

/** Whether the visitor sits at this machine: the peer is on loopback and no proxy speaks for somebody else. */
export function isLoopback(request: Request): boolean {
  const { headers, socket } = request;
  const speaksForOthers = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded"].some(
    (name) => headers[name] !== undefined,
  );
  return !speaksForOthers && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "");
}

const plainHostShape = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;
const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/**
 * What is wrong with how a request names what it wants, or null: Remix makes an address of host and path, so neither may
 * spill into the other, and an address of another site is not ours to answer.
 */
function malformed(request: Pick<IncomingMessage, "method" | "url" | "headers">): 400 | 405 | null {
  const { method = "", url = "", headers } = request;
  if (!methods.has(method)) return 405;
  return url.startsWith("/") && plainHostShape.test(headers.host ?? "") && !asksForData(url) ? null : 400;
}

/** The way in which scripts asked for a page's data before `.data`: Remix still takes it, and logs each as a bug. */
function asksForData(url: string): boolean {
  const query = url.indexOf("?");
  return query >= 0 && new URLSearchParams(url.slice(query)).has("_data");
}

/** Refuses what is malformed at once; a forwarded host is nobody's word (links use `APP_URL`). */
export const plainHost: RequestHandler = (request: Request, response: Response, next) => {
  const status = malformed(request);
  if (status) return next({ status });
  response.locals.loopback = isLoopback(request);
  delete request.headers["x-forwarded-host"];
  next();
};

const personal = /^\/+(?:confirm|me|mailbox|invitation)(?:[/.]|$)/i;

/**
 * Pages behind a token, and all that is answered under their addresses: kept by nobody, their address told to nobody,
 * found by no search engine (which must be let in to read that: robots.txt keeps it from nothing).
 * Pages behind signing in: kept by nobody, found by no search engine.
 */
export const privatePaths: RequestHandler = (request, response, next) => {
  if (personal.test(plainPath(request.path)))
    response.set({ "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex" });
  if (signedIn.test(plainPath(request.path))) response.set({ "cache-control": "no-store", "x-robots-tag": "noindex" });
  next();
};
