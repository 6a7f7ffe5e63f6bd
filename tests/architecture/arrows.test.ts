import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Each plant is one file that breaks one rule; `imports` is what it reaches for. */
const plants = [
  { rule: "arrows-of-letters", file: "app/features/letters/plant.ts", imports: "app/features/signatures/signature.ts" },
  { rule: "arrows-of-directory", file: "app/features/directory/plant.ts", imports: "app/features/letters/letter.ts" },
  { rule: "nothing-imports-a-route", file: "app/features/site/plant.ts", imports: "app/routes/about.ts" },
  { rule: "lib-is-the-ground", file: "app/lib/plant.ts", imports: "app/http/by.server.ts" },
  { rule: "features-do-not-look-up", file: "app/features/site/plant2.ts", imports: "app/http/by.server.ts" },
  { rule: "ui-knows-no-domain", file: "app/ui/plant.tsx", imports: "app/features/letters/letter.ts" },
  { rule: "only-the-edge-reads-the-clock", file: "app/features/letters/plant3.ts", imports: "app/lib/clock.server.ts" },
  { rule: "views-import-no-server-code", file: "app/features/letters/view.tsx", imports: "app/lib/env.server.ts" },
  {
    rule: "internal-is-internal",
    file: "app/features/signatures/plant4.ts",
    imports: "app/features/letters/internal/x.ts",
  },
  {
    rule: "the-web-process-takes-domain-code-from-the-build",
    file: "server/web.ts",
    imports: "app/features/letters/letter.ts",
  },
  { rule: "feature-without-arrows", file: "app/features/newcomer/plant.ts", imports: "app/lib/env.server.ts" },
];

let folder: string;
let violations: { rule: string; from: string }[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "redress-arrows-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { module: "preserve", allowImportingTsExtensions: true, noEmit: true, jsx: "react-jsx" },
    }),
  );
  for (const { imports } of plants) write(imports, "export type Thing = string;\n");
  for (const { file, imports } of plants)
    write(
      file,
      `import type { Thing } from "${"../".repeat(file.split("/").length - 1)}${imports}";\nexport type Plant = Thing;\n`,
    );
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "app",
      "server",
      "--config",
      resolve(".dependency-cruiser.mjs"),
      "--output-type",
      "json",
    ],
    { cwd: folder, encoding: "utf8", maxBuffer: 32 << 20 },
  );
  if (!stdout) throw new Error(stderr);
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  violations = report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("who may know whom", () => {
  it.each(plants)("$rule is broken by $file", ({ rule, file }) => {
    expect(violations).toContainEqual({ rule, from: file });
  });
});
