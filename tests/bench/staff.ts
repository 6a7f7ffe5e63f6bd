import pg from "pg";
import { auditEventsOf } from "#app/features/audit/audit-events-of.server.ts";
import { askedMeasure } from "#app/features/campaigns/asked-measure.server.ts";
import { deliveryOf } from "#app/features/delivery/delivery-of.server.ts";
import { queueCounts } from "#app/features/delivery/queue-counts.server.ts";
import { queueRows } from "#app/features/delivery/queue-rows.server.ts";
import { queueParts } from "#app/features/delivery/queue-view.ts";
import { closeDatabase } from "#app/lib/db.server.ts";
import { campaignFiguresOf } from "#app/features/reporting/campaign-figures-of.server.ts";
import { overviewOf } from "#app/features/reporting/overview-of.server.ts";
import { viewOf } from "#app/features/reporting/view.ts";
import { demoSignIn } from "../support/demo-sign-in.ts";
import { startInstallation } from "../support/installation.ts";
import type { Installation } from "../support/installation.ts";
import { median, print, rounded } from "./figures.ts";
import { someDeliveries } from "./fill-queue.ts";
import { fillTallies } from "./fill-tallies.ts";

const campaigns = Number(process.env.BENCH_CAMPAIGNS ?? 50);
const signatures = Number(process.env.BENCH_SIGNATURES ?? 10_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 30);
const limitMs = 150;
/** A table of so many rows is large: no page of staff reads it from end to end. */
const manyRows = 5000;

/**
 * Every page that staff read, over tallies as ten million signatures in fifty campaigns leave them: how long the server
 * takes, what PostgreSQL does for each statement, and whether it reads a large table from end to end.
 */
export async function benchStaff(): Promise<void> {
  const installation = await startInstallation({ LOG_LEVEL: "debug" });
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  try {
    const filled = await fillTallies(client, { campaigns, signatures });
    print("staff", "cells", filled.cells, { campaigns, signatures, seconds: rounded(filled.seconds, 1) });
    const slug = filled.slug;
    const cookie = await signIn(installation);
    const page = (query: string) => `/staff/c/${slug}${query}`;
    const long = "from=2026-08-26&until=2026-11-24";
    const pages: Record<string, string> = {
      overview: "/staff",
      campaign: page(""),
      "campaign, all districts": page("?rows=districts"),
      "campaign, all offices": page("?rows=offices"),
      "campaign, places of ninety days": page(`?${long}&places=range`),
      "campaign, places of a year": page("?from=2025-11-25&places=range"),
      "campaign, by hour": page("?by=hour&from=2026-11-11"),
      "campaign, by week": page(`?by=week&${long}`),
    };
    for (const [name, path] of Object.entries(pages)) await measure(installation, { name, path, cookie });
    for (const table of ["offices", "districts", "series"])
      await measure(installation, {
        name: `file, ${table}`,
        path: `/staff/c/${slug}/csv/${table}`,
        cookie,
        method: "POST",
      });
    await measure(installation, { name: "file, overview", path: "/staff/csv", cookie, method: "POST" });
    const deliveries = await someDeliveries(client);
    const queue: Record<string, string> = {
      ...Object.fromEntries(queueParts.map((part) => [`queue, ${part}`, `/staff/queue?state=${part}`])),
      "queue, one kind of one campaign": `/staff/queue?state=queued&kind=confirm&campaign=${filled.ids[1]}`,
      "delivery, held": `/staff/queue/${deliveries.held}`,
      "delivery, failed": `/staff/queue/${deliveries.failed}`,
    };
    for (const [name, path] of Object.entries(queue)) await measure(installation, { name, path, cookie });
    await plans(installation, client, filled.ids, deliveries.held);
  } finally {
    await client.end();
    await closeDatabase();
    await installation.stop();
  }
}

async function signIn({ url, dataDir }: Installation): Promise<string> {
  const body = new URLSearchParams({ ...demoSignIn(dataDir, "staff"), next: "" });
  const answer = await fetch(`${url}/sign-in`, { method: "POST", body, redirect: "manual", headers: { origin: url } });
  if (answer.status !== 303) throw new Error(`nobody is signed in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

interface Measured {
  name: string;
  path: string;
  cookie: string;
  method?: "GET" | "POST";
}

/** From request to last byte, one at a time, over loopback: a little more than the server's own time. */
async function measure({ url }: Installation, { name, path, cookie, method = "GET" }: Measured): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds + 3; round += 1) {
    const begun = performance.now();
    const answer = await fetch(url + path, { method, headers: { cookie, origin: url } });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    // The first ones warm the process up.
    if (round >= 3) times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((a, b) => a - b);
  print("staff", `${name}: ms`, rounded(median(times), 1), {
    p95: rounded(sorted[Math.floor(sorted.length * 0.95)] ?? NaN, 1),
    max: rounded(sorted.at(-1) ?? NaN, 1),
    bytes,
    within: median(times) <= limitMs,
  });
}

/** Explains every statement that the figures are read by, as it is asked, and counts what is read from end to end. */
async function plans(
  { databaseUrl }: Installation,
  client: pg.Client,
  ids: string[],
  deliveryId: string,
): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  const asked = await statementsOf(async () => {
    const by = { actor: "staff", now: new Date("2026-11-24T12:00:00Z") } as const;
    await overviewOf(by, ids);
    const [id = ""] = ids;
    for (const query of ["", "by=hour", "places=range&from=2026-08-26"])
      await campaignFiguresOf(by, id, viewOf(new URLSearchParams(query), by.now));
    await askedMeasure(by, id);
    await queueCounts(by);
    const filter = { kind: "confirm", campaignId: id } as const;
    for (const part of queueParts) await queueRows(by, { part, kind: null, campaignId: null, after: null });
    await queueRows(by, { part: "queued", ...filter, after: null });
    await deliveryOf(by, deliveryId);
    await auditEventsOf(by, "delivery", deliveryId);
  });
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_stat_user_tables where n_live_tup > $1",
    [manyRows],
  );
  const large = tables.rows.map(({ name }) => name);
  for (const { name, text, values } of asked) {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers) ${text}`, values);
    const plan = rows.map((row) => row["QUERY PLAN"]);
    const whole = large.filter((table) => plan.some((line) => line.includes(`Seq Scan on "${table}"`)));
    print("staff", `plan of ${name}`, whole.length === 0 ? "by index" : `reads ${whole.join(", ")} whole`, { plan });
  }
}

interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** What `work` asks the database, each statement once. */
async function statementsOf(work: () => Promise<void>): Promise<Statement[]> {
  const asked = new Map<string, Statement>();
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [Partial<Statement> | string];
    if (typeof first === "object" && /^(?:figures|measure|queue|delivery|audit)-/.test(first.name ?? ""))
      asked.set(`${first.name} ${String(first.values?.[1])} ${String(first.values?.[4])}`, {
        name: first.name ?? "",
        text: first.text ?? "",
        values: first.values ?? [],
      });
    return query.apply(this, given);
  } as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
  }
  return [...asked.values()];
}
