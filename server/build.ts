import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fromRoot } from "./root.ts";

const built = (file: string) => fromRoot(join("build", file));
const stamp = () => built("sources.sha256");
const lock = () => built("building.pid");
const inputs = ["app", "public", "server", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];

/**
 * Builds what browsers load, and the web and worker processes, unless the build that is there was made from these very sources.
 * Several processes may ask at once: one builds, the others wait for it. `say` is told when there is something to wait for.
 */
export async function ensureBuild(say: (line: string) => void = () => undefined, signal?: AbortSignal): Promise<void> {
  if (!existsSync(fromRoot("app/lib/generated/client.ts"))) {
    await tool(
      ["node_modules/prisma/build/index.js", "generate"],
      "The database client could not be generated",
      signal,
    );
  }
  const wanted = sourcesDigest();
  if (isBuilt(wanted)) return;
  say("Building the site; this takes a moment.");
  mkdirSync(built(""), { recursive: true });
  while (!takeLock()) await wait(200, undefined, { signal });
  try {
    if (isBuilt(wanted)) return;
    for (const old of [stamp(), ...["client", "server", "processes"].map(built)])
      rmSync(old, { recursive: true, force: true });
    await Promise.all([
      tool(["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], "The build failed", signal),
      tool(
        ["node_modules/vite/bin/vite.js", "build", "--config", "server/vite.config.ts"],
        "The build of the processes failed",
        signal,
      ),
    ]);
    writeFileSync(stamp(), wanted);
  } finally {
    rmSync(lock(), { force: true });
  }
}

function isBuilt(wanted: string): boolean {
  const files = [built("server/index.js"), built("processes/web.js"), stamp()];
  return files.every((file) => existsSync(file)) && readFileSync(stamp(), "utf8") === wanted;
}

/** False while a living process builds. */
function takeLock(): boolean {
  try {
    writeFileSync(lock(), String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  try {
    process.kill(Number(readFileSync(lock(), "utf8")) || process.pid, 0);
  } catch {
    rmSync(lock(), { force: true });
  }
  return false;
}

function tool(args: string[], complaint: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: fromRoot("."), signal, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${complaint}:\n${output.slice(-4000)}`))));
  });
}

function sourcesDigest(): string {
  const root = fromRoot("");
  const hash = createHash("sha256");
  const add = (path: string) =>
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  for (const input of inputs) {
    if (!existsSync(join(root, input))) continue;
    if (!statSync(join(root, input)).isDirectory()) {
      add(input);
      continue;
    }
    const files = readdirSync(join(root, input), { recursive: true, withFileTypes: true });
    const paths = files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
    for (const path of paths.sort()) if (!/\.test\.tsx?$/.test(path)) add(path);
  }
  return hash.digest("hex");
}
