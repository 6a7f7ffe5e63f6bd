import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createFetchHandler } from "@remix-run/server-runtime";
import type { ServerBuild } from "@remix-run/server-runtime";
import express from "express";
import type { Locale } from "../app/lib/words.ts";
import type * as Entry from "../app/entry.server.tsx";
import { accessLog } from "./access-log.ts";
import { brokenHandler } from "./broken.ts";
import { endOnFault, endOnRetiredKey, onStop, sayReady } from "./lifecycle.ts";
import { inLocale, localeOfRequest } from "./in-locale.ts";
import { keepBytes } from "./kept-bytes.ts";
import { shedLoad } from "./load-shed.ts";
import { networkOfRequest } from "./network-of.ts";
import { unreadiness } from "./readiness.ts";
import { fromRoot } from "./root.ts";
import { routePatterns } from "./route-patterns.ts";
import { routesOf } from "./routes-of.ts";
import { whatIsKept } from "./what-is-kept.ts";
import { guards, plainHost, privatePaths, routesOverrideHeaders, securityHeaders } from "./web-guards.ts";

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

// React chooses its build by this name when it is loaded, and its development build is ten times slower. What the operator
// has set, or not, is what counts for everything else.
const { NODE_ENV } = process.env;
process.env.NODE_ENV = "production";
const build = (await import(pathToFileURL(fromRoot("build/server/index.js")).href)) as ServerBuild;
if (NODE_ENV === undefined) Reflect.deleteProperty(process.env, "NODE_ENV");
else process.env.NODE_ENV = NODE_ENV;

// What `entry.server` hands to Express: the one copy of the domain code in this process.
const {
  closeDatabase,
  databaseDownUnder,
  env,
  holdKey,
  isSecretField,
  keepOpenCampaigns,
  listensOn,
  log,
  logFault,
  placesToFill,
  prefixesOf,
  servedLocales,
  sourceOf,
  sql,
  textsBesideFiles,
  visitor,
} = build.entry.module as unknown as typeof Entry;
const { APP_URL, HOST, PORT, TRUSTED_PROXIES, isProduction } = env();
const locales = servedLocales(isProduction);
const prefixes = prefixesOf(locales);
/** What must be answered however full it is: whether we live, and the worker's mails. */
const exempt = /^\/(?:healthz|readyz|mailbox\/resend\/emails)(?:\?|$)/;
let draining = false;
let isWarned = false;
function warnOfProxy(): void {
  if (!isWarned)
    log("warn", "proxy-not-trusted", {
      reason: "TRUSTED_PROXIES is not set: all who come through a proxy count as one network",
    });
  isWarned = true;
}
endOnFault(logFault);
const key = await holdKey(endOnRetiredKey).catch(endOnRetiredKey);

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", TRUSTED_PROXIES.length > 0 ? TRUSTED_PROXIES : false);
const routeOf = routePatterns(build.routes);
app.use(accessLog(log, routeOf, isProduction ? "info" : "debug"));
const secure = securityHeaders(APP_URL.startsWith("https:"));
app.use(secure);
app.use(plainHost);
app.use(privatePaths);
app.get("/healthz", (_request, response) => void response.set("cache-control", "no-store").type("text").send("ok\n"));
app.get("/readyz", (_request, response, next) => {
  unreadiness(sql).then((found) => {
    const why = draining ? "stopping" : found;
    response
      .set("cache-control", "no-store")
      .status(why ? 503 : 200)
      .type("text")
      .send(`${why ?? "ok"}\n`);
  }, next);
});
app.use("/assets", express.static(fromRoot("build/client/assets"), { immutable: true, maxAge: "1y", index: false }));
app.use("/assets", (_request, response) => void response.status(404).type("text").send("Not Found\n"));
for (const folder of ["build/client", "public"])
  app.use(express.static(fromRoot(folder), { maxAge: "1h", index: false, redirect: false }));
app.use(guards);
app.use(routesOverrideHeaders);
/** What loaders and actions get besides the request; a database that is down is 503, whatever Remix makes of it. */
function getLoadContext(request: express.Request, response: express.Response) {
  const network = networkOfRequest(request, TRUSTED_PROXIES.length > 0, warnOfProxy);
  const context = { network, loopback: response.locals.loopback === true, locale: localeOfRequest(request) };
  const status = response.status.bind(response);
  response.status = (code) => {
    if (databaseDownUnder.has(context)) return status(503).set("retry-after", "5");
    // A page without an action; what only acts answers a GET with the way to its page.
    return code === 405 ? status(code).set("allow", "GET, HEAD") : status(code);
  };
  return context;
}

const ofPath = routesOf(build.routes);
const handlers = new Map<ServerBuild["routes"], express.RequestHandler>();
app.all("*", (request, response, next) => {
  const routes = ofPath(request.path);
  let handler = handlers.get(routes);
  if (!handler) {
    // A page is rendered from the list of what the browser can load, which has to name the same routes.
    const named = Object.entries(build.assets.routes).filter(([id]) => id in routes);
    const assets = { ...build.assets, routes: Object.fromEntries(named) };
    handler = createRequestHandler({ build: { ...build, routes, assets }, mode: "production", getLoadContext });
    handlers.set(routes, handler);
  }
  return handler(request, response, next);
});

await keepOpenCampaigns(visitor({ network: "", loopback: false }), locales);

/** Pages for when nothing can be rendered any more. */
const beforehand = createFetchHandler(build, "production");
async function madeBeforehand(locale: Locale) {
  const made = ["busy", "bad-request", "ours"].map(async (why) => {
    const request = new Request(`${APP_URL}/refused/${why}`);
    return (await beforehand(request, { network: "", loopback: false, locale })).text();
  });
  const [busy = "", badRequest = "", ours = ""] = await Promise.all(made);
  return {
    busy: { html: busy, places: placesToFill },
    broken: { badRequest, ours, reference: placesToFill.reference },
  };
}
const english = await madeBeforehand("en");
const made = new Map<Locale, typeof english>([["en", english]]);
for (const locale of locales) if (!made.has(locale)) made.set(locale, await madeBeforehand(locale));
const madeIn = (locale: Locale) => made.get(locale) ?? english;
app.use(brokenHandler((request) => madeIn(localeOfRequest(request)).broken, logFault));

const withinReach = shedLoad(inLocale(app, prefixes), {
  most: 150,
  pageFor: (url) => {
    const { locale, path } = prefixes.split(url);
    return { page: madeIn(locale).busy, path };
  },
  textsOf: textsBesideFiles,
  secure,
  isSecret: isSecretField,
  isExempt: (path) => exempt.test(path),
  onShed: (n) => log("warn", "overload", { n }),
});
const answer = keepBytes(
  withinReach,
  whatIsKept(routeOf, sourceOf, [fromRoot("build/client"), fromRoot("public")], prefixes),
  new URL(APP_URL).host,
);
function listen(host: string): Server {
  const server = createServer((request, response) => {
    if (draining) response.setHeader("connection", "close");
    answer(request, response);
  });
  server.headersTimeout = 20_000;
  // A picture from a slow line; what is still coming in costs nothing yet.
  server.requestTimeout = 120_000;
  server.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") fail(`Port ${PORT} of ${host} is in use. Set PORT to another.`);
    fail(`Cannot listen on ${host}, port ${PORT}: ${error.code ?? error.message}`);
  });
  return server.listen(PORT, host);
}

// The local mailbox answers on loopback alone, also where the site listens on an address of the network.
const servers = listensOn(HOST, isProduction).map(listen);
await Promise.all(servers.map((server) => once(server, "listening")));
log("info", "web-ready");
sayReady();

onStop(async () => {
  draining = true;
  // A connection that was busy when the server closed becomes idle later, and would be kept alive.
  const idle = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 100);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  clearInterval(idle);
  await closeDatabase();
  await key.release();
  log("info", "web-stopped");
});
