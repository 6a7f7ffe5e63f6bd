import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import type { AppLoadContext, ServerBuild } from "@remix-run/server-runtime";
import { createRequestHandler } from "@remix-run/express";
import express from "express";
import type { Request } from "express";
import { env } from "#app/lib/env.server.ts";
import { ensureBuild } from "./build.ts";
import { onStop, sayReady } from "./lifecycle.ts";
import { migrationNames } from "./migrate.ts";
import { guards, securityHeaders } from "./web-guards.ts";

/** What `entry.server` hands to Express: the one copy of the domain code in this process. */
type Entry = typeof import("../app/entry.server.tsx");

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

ensureBuild();
const prepared = spawnSync(process.execPath, ["--import", "tsx", root("server/prepare.ts")], { stdio: ["ignore", "inherit", "inherit"] });
if (prepared.status !== 0) process.exit(1);

const build = (await import(root("build/server/index.js"))) as ServerBuild;
const entry = build.entry.module as unknown as Entry;
const { HOST, PORT, TRUSTED_PROXIES } = env();

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", TRUSTED_PROXIES);
app.use(entry.accessLog);
app.get("/healthz", (_request, response) => void response.type("text").send("ok"));
app.get("/readyz", (_request, response, next) => {
  entry.readiness(migrationNames()).then(
    (ready) => void response.status(ready.ok ? 200 : 503).json(ready),
    next,
  );
});
app.use(securityHeaders());
app.use("/assets", express.static(root("build/client/assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
app.use(express.static(root("build/client"), { maxAge: "1h", index: false }));
app.use(guards());
app.all(
  "*",
  createRequestHandler({
    build,
    mode: "production",
    getLoadContext: (request): AppLoadContext => ({ network: request.ip ?? "", loopback: isLoopback(request as unknown as Request) }),
  }),
);

/** Whether the visitor sits at this machine: the peer is on loopback and no proxy speaks for somebody else. */
function isLoopback(request: Request): boolean {
  const peer = request.socket.remoteAddress ?? "";
  return /^(127\.|::1$|::ffff:127\.)/.test(peer) && !request.headers["x-forwarded-for"] && !request.headers.forwarded;
}

// Before Express, so that bytes kept in memory can be answered here without it.
const server = createServer((request, response) => void app(request, response));
server.on("error", (error: NodeJS.ErrnoException) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${PORT} of ${HOST} is in use: set PORT to another.` : error.message);
  process.exit(1);
});
server.listen(PORT, HOST, () => {
  entry.log("info", "web-ready");
  sayReady();
});
onStop(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  await entry.closeDatabase();
});
