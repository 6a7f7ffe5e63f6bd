import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

// The configuration that `npm run check` lints with.
const eslint = new ESLint();

/** The rules that `text` breaks where it stands. */
async function broken(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const verb = "app/features/letters/plant-letter.server.ts";
const view = "app/features/letters/plant.tsx";
const shown = (jsx: string) => `export const Plant = ({ t, n }) => (${jsx});\n`;
const lines = (n: number) => "void 0;\n".repeat(n);

const plants: Record<string, [path: string, text: string][]> = {
  "house/clock": [
    [verb, "export const at = () => new Date();\n"],
    [verb, "export const at = () => new Date;\n"],
    [verb, "export const at = () => new globalThis.Date();\n"],
    [verb, "export const at = () => Date();\n"],
    [verb, "export const at = () => Date.now();\n"],
    [verb, "export const at = () => globalThis.Date.now();\n"],
    [verb, "export const clock = Date.now;\n"],
    [verb, 'export const day = () => new Intl.DateTimeFormat("en").format();\n'],
    [view, shown("<time>{new Date().toISOString()}</time>")],
    ["app/routes/plant.ts", "export const loader = () => Date.now();\n"],
    ["app/lib/plant.ts", "export const at = () => Date.now();\n"],
  ],
  "house/no-database-clock": [
    [verb, 'export const text = `update "Letter" set "at" = now()`;\n'],
    [verb, "export const text = 'select current_timestamp';\n"],
    ["server/plant.ts", 'export const text = "select NOW()";\n'],
  ],
  "house/no-inline-style": [[view, shown('<p style={{ color: "red" }}>{n}</p>')]],
  "house/no-effect-at-import": [
    [verb, 'import "./another.ts";\n'],
    [verb, 'import {} from "./another.ts";\n'],
    [verb, "const jobs = [];\njobs.push(1);\nexport { jobs };\n"],
    [verb, "for (const job of [1]) process.emit(job);\n"],
    [verb, "if (process.env.X) process.exit();\n"],
    [verb, "export let job;\njob = 1;\n"],
    [verb, 'export const text = await fetch("x");\n'],
    [verb, "export const timer = setInterval(String, 1000);\n"],
    [verb, "const { APP_URL } = env();\nexport { APP_URL };\n"],
    [verb, "export const started = now();\n"],
    ["server/plant.ts", 'process.on("exit", String);\n'],
    ["app/lib/plant.ts", "register();\n"],
    ["app/routes/plant.tsx", "warm();\n"],
  ],
  "house/import-names-the-file": [
    [verb, 'import { x } from "./letter";\nexport const y = x;\n'],
    [verb, 'import type { X } from "#app/lib/by";\nexport type Y = X;\n'],
    [verb, 'export { x } from "./letter";\n'],
    [verb, 'export * from "./letter.ts";\n'],
    ["tests/plant.ts", 'import { x } from "../server/build";\nexport const y = x;\n'],
  ],
  "house/paths-from-one-place": [
    [view, shown('<a href="/about">{n}</a>')],
    [view, shown('<a href="/">{n}</a>')],
    [view, shown("<form action={`/c/${n}/sign`} />")],
    [view, shown('<a href={"/c/" + n}>{n}</a>')],
    [verb, "export const link = (origin, token) => `${origin}/confirm/${token}`;\n"],
    ["app/routes/plant.ts", 'export const loader = () => redirect("/mailbox?id=1");\n'],
    ["app/http/plant.server.ts", 'export const cookie = { Path: "/c/detained" };\n'],
  ],
  "house/words-in-messages": [
    [view, shown("<p>Sign</p>")],
    [view, shown("<p>Ստորագրել</p>")],
    [view, shown('<p>{"Sign"}</p>')],
    [view, shown('<p>{n === 1 ? "one" : "many"}</p>')],
    [view, shown('<p>{n && "some"}</p>')],
    [view, shown("<p>{`${n} signatures`}</p>")],
    [view, shown('<nav aria-label="Main">{n}</nav>')],
    [view, shown('<abbr title="Member">{n}</abbr>')],
    [view, shown('<img alt="A map" />')],
    [view, shown('<input aria-label={t("x")} placeholder="02139" title={`Sign ${n}`} />')],
    [view, shown('<TextField label="Your name" />')],
    ["app/features/letters/plant.mail.tsx", shown("<MailText>Please confirm.</MailText>")],
    ["app/features/letters/plant.mail.tsx", 'export const mail = { subject: "Please confirm" };\n'],
    ["app/routes/plant.tsx", 'export const meta = () => [{ title: "About" }];\n'],
    ["app/routes/plant.tsx", "export const meta = ({ data }) => [{ title: `${data.title} · Redress` }];\n"],
    ["app/routes/plant.ts", 'export const loader = () => new Response("Not found");\n'],
  ],
  "max-lines": [
    ["app/routes/plant.tsx", lines(121)],
    [verb, lines(201)],
    [view, lines(201)],
    ["app/ui/plant.tsx", lines(201)],
  ],
  "house/reason-given": [
    [verb, "/* eslint-disable max-lines */\nexport const x = 1;\n"],
    [verb, "// eslint-disable-next-line eqeqeq --\nexport const x = 1;\n"],
  ],
};

describe.each(Object.entries(plants))("%s", (rule, planted) => {
  it.each(planted)("is broken in %s by %j", async (path, text) => {
    expect(await broken(path, text)).toContain(rule);
  });
});

const fine: [path: string, text: string][] = [
  [verb, "export const at = new Date(0);\n"],
  [verb, "export const text = 'where \"leaseUntil\" < clock_timestamp()';\n"],
  ["app/lib/clock.server.ts", "export const now = () => new Date();\n"],
  ["server/plant.ts", "export const waited = (since: number) => Date.now() - since;\n"],
  ["app/root.tsx", 'import "./styles/app.css";\n'],
  [verb, 'import url from "./x.client.ts?worker&url";\nimport { z } from "zod";\nexport const y = z.literal(url);\n'],
  ["server/worker.ts", "run();\n"],
  ["app/features/campaigns/live-count.client.ts", "run();\n"],
  [verb, '"use strict";\nexport const made = new Map([["a", words("en")]]);\n'],
  [verb, "export const ask = async () => {\n  const found = await fetch(env().APP_URL);\n  return found;\n};\n"],
  ["app/lib/paths.ts", "export const about = () => `/about`;\n"],
  [verb, 'export const place = "/campaign";\nexport const tree = "/confirmation/x";\n'],
  [view, shown('<a className="wrap" href={paths.about()} rel="next">{`${n} · `}{"·"}—</a>')],
  ["app/features/letters/plant.mail.tsx", 'export const letterMailExample = { subject: "The people held" };\n'],
  ["app/features/letters/plant.mail.tsx", shown("<td style={{ margin: 0 }}>{n}</td>")],
  ["app/routes/plant.ts", `${"// why\n\n".repeat(200)}export const loader = () => null;\n`],
];

it.each(fine)("nothing is broken in %s by %j", async (path, text) => {
  const rules = Object.keys(plants);
  expect((await broken(path, text)).filter((rule) => rules.includes(rule) || rule.startsWith("Parsing"))).toEqual([]);
});

it("no instant is defaulted by the database", () => {
  const folder = "prisma/schema";
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), "utf8");
    expect({ file, found: text.match(/@default\((now\(\)|dbgenerated)|@updatedAt/g) }).toEqual({ file, found: null });
  }
});
