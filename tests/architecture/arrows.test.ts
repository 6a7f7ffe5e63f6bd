import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrows, knownToAll } from "./arrows.mjs";

const features = Object.keys(arrows) as (keyof typeof arrows)[];
const mayKnow = (one: keyof typeof arrows, other: string) =>
  [...arrows[one], ...knownToAll].some((known) => known === other);

/** Every feature reaches for every other, by a type alone. */
const pairs = features.flatMap((one) =>
  features
    .filter((other) => other !== one)
    .map((other) => ({
      rule: `arrows-of-${one}`,
      file: `app/features/${one}/to-${other}.ts`,
      imports: `app/features/${other}/noun.ts`,
      allowed: mayKnow(one, other),
    })),
);

/** Each is one file that breaks one rule; `imports` is what it reaches for. */
const plants = [
  { rule: "feature-without-arrows", file: "app/features/newcomer/plant.ts", imports: "app/lib/env.server.ts" },
  { rule: "nothing-imports-a-route", file: "app/features/site/plant.ts", imports: "app/routes/about.ts" },
  { rule: "nothing-imports-a-route", file: "app/routes/plant.ts", imports: "app/routes/about.ts" },
  { rule: "nothing-imports-a-route", file: "server/plant.ts", imports: "app/routes/about.ts" },
  { rule: "app-knows-no-process", file: "app/routes/plant2.ts", imports: "server/build.ts" },
  { rule: "app-knows-no-process", file: "app/features/letters/plant.ts", imports: "server/build.ts" },
  { rule: "app-knows-no-process", file: "app/lib/plant2.ts", imports: "tests/support/a-mail.ts" },
  { rule: "lib-is-the-ground", file: "app/lib/plant.ts", imports: "app/http/by.server.ts" },
  { rule: "lib-is-the-ground", file: "app/lib/plant3.ts", imports: "app/features/letters/noun.ts" },
  { rule: "lib-is-the-ground", file: "app/lib/plant4.ts", imports: "app/ui/page.tsx" },
  { rule: "features-do-not-look-up", file: "app/features/site/plant2.ts", imports: "app/http/by.server.ts" },
  { rule: "features-do-not-look-up", file: "app/features/site/plant3.tsx", imports: "app/root.tsx" },
  { rule: "views-alone-use-the-design", file: "app/features/letters/plant2.server.ts", imports: "app/ui/page.tsx" },
  { rule: "ui-knows-no-domain", file: "app/ui/plant.tsx", imports: "app/features/letters/noun.ts" },
  { rule: "ui-knows-no-domain", file: "app/ui/plant2.ts", imports: "app/lib/env.server.ts" },
  { rule: "http-does-not-know-pages", file: "app/http/plant.server.ts", imports: "app/ui/page.tsx" },
  { rule: "only-the-edge-knows-remix", file: "app/features/letters/plant3.ts", imports: "@remix-run/node" },
  { rule: "only-the-edge-reads-the-clock", file: "app/features/letters/plant4.ts", imports: "app/lib/clock.server.ts" },
  { rule: "only-the-edge-reads-the-clock", file: "app/routes/plant3.ts", imports: "app/lib/clock.server.ts" },
  { rule: "views-import-no-server-code", file: "app/features/letters/view.tsx", imports: "app/lib/env.server.ts" },
  { rule: "views-import-no-server-code", file: "app/features/letters/x.client.ts", imports: "app/lib/env.server.ts" },
  {
    rule: "internal-is-internal",
    file: "app/features/signatures/plant.ts",
    imports: "app/features/letters/internal/x.ts",
  },
  { rule: "internal-is-not-for-pages", file: "app/routes/plant4.ts", imports: "app/features/letters/internal/x.ts" },
  { rule: "internal-is-not-for-pages", file: "server/plant2.ts", imports: "app/features/letters/internal/x.ts" },
];

/** What the rules let through. */
const fine = [
  { file: "app/features/reporting/sums.ts", imports: "app/features/signatures/signatures-figures.server.ts" },
  { file: "app/routes/fine.tsx", imports: "app/features/letters/noun.ts" },
  { file: "app/routes/fine2.tsx", imports: "app/http/by.server.ts" },
  { file: "app/routes/fine3.tsx", imports: "app/ui/page.tsx" },
  { file: "app/routes/fine4.tsx", imports: "@remix-run/node" },
  { file: "app/http/fine.server.ts", imports: "app/features/letters/noun.ts" },
  { file: "app/http/fine2.server.ts", imports: "app/lib/clock.server.ts" },
  { file: "app/features/letters/fine.tsx", imports: "app/ui/page.tsx" },
  { file: "app/features/letters/fine.mail.tsx", imports: "app/lib/env.server.ts" },
  { file: "server/fine.ts", imports: "app/features/letters/noun.ts" },
  { file: "app/routes/fine.test.ts", imports: "app/routes/about.ts" },
];

let folder: string;
let violations: { rule: string; from: string }[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "redress-arrows-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const reach = (file: string, target: string) => {
    // As the house writes it: by the names of package.json. What those do not cover is reached by its path.
    const byName = /^(app|server|@)/.test(target);
    const specifier = byName ? target.replace(/^(?!@)/, "#") : `./${relative(dirname(file), target)}`;
    write(file, `import type { Thing } from "${specifier}";\nexport type Plant = Thing;\n`);
  };
  const { imports } = JSON.parse(readFileSync("package.json", "utf8")) as { imports: unknown };
  write("package.json", JSON.stringify({ type: "module", imports }));
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { module: "preserve", allowImportingTsExtensions: true, noEmit: true, jsx: "react-jsx" },
    }),
  );
  const all = [...pairs, ...plants, ...fine];
  for (const { imports } of all) if (!imports.startsWith("@")) write(imports, "export type Thing = string;\n");
  for (const { file, imports } of all) reach(file, imports);
  write("app/features/letters/one.ts", 'import { two } from "./two.ts";\nexport const one = () => two;\n');
  write("app/features/letters/two.ts", 'import { one } from "./one.ts";\nexport const two = () => one;\n');
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
  it.each(features)("%s knows what its arrows say and nothing else", (one) => {
    const rule = `arrows-of-${one}`;
    const forbidden = pairs.filter((pair) => pair.rule === rule && !pair.allowed).map(({ file }) => file);
    const planted = new Set(pairs.map(({ file }) => file));
    const found = violations.filter((found) => found.rule === rule && planted.has(found.from)).map(({ from }) => from);
    expect(found.sort()).toEqual(forbidden.sort());
  });

  it.each(plants)("$rule is broken by $file", ({ rule, file }) => {
    expect(violations).toContainEqual({ rule, from: file });
  });

  it("no-circles is broken by two files that import each other", () => {
    expect(violations).toContainEqual({ rule: "no-circles", from: "app/features/letters/one.ts" });
  });

  it.each(fine)("$file may import $imports", ({ file }) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });

  it("the arrows only go down", () => {
    const under = (one: string, seen: string[] = []): string[] => {
      if (seen.includes(one)) throw new Error(`a circle: ${[...seen, one].join(" → ")}`);
      return (arrows[one as keyof typeof arrows] ?? []).flatMap((other) => under(other, [...seen, one]));
    };
    expect(() => features.forEach((one) => under(one))).not.toThrow();
  });

  it("every rule has a plant", async () => {
    const config = (await import("../../.dependency-cruiser.mjs")) as { default: { forbidden: { name: string }[] } };
    const rules = config.default.forbidden.map(({ name }) => name);
    const planted = [...pairs, ...plants].map(({ rule }) => rule).concat("no-circles");
    expect([...new Set(planted)].sort()).toEqual(rules.sort());
  });
});
