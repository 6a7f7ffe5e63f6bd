import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "build/sources.sha256");
const inputs = ["app", "public", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];

/** Builds what browsers and the web process load, unless the build that is there was made from these very sources. */
export function ensureBuild(): void {
  const wanted = sourcesDigest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [remix, "vite:build"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
  writeFileSync(stamp, wanted);
}

function sourcesDigest(): string {
  const hash = createHash("sha256");
  const add = (path: string) => hash.update(path).update("\0").update(readFileSync(join(root, path)));
  for (const input of inputs) {
    if (!existsSync(join(root, input))) continue;
    if (!statSync(join(root, input)).isDirectory()) {
      add(input);
      continue;
    }
    const files = readdirSync(join(root, input), { recursive: true, withFileTypes: true });
    const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length));
    for (const path of paths.sort()) if (!/\.test\.tsx?$/.test(path)) add(path);
  }
  return hash.digest("hex");
}
