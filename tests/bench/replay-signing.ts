import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { campaignBySlug } from "#app/features/campaigns/campaign-of.server.ts";
import { signCampaign } from "#app/features/signatures/sign-campaign.server.ts";
import { signSchema } from "#app/features/signatures/sign-form.ts";
import type { By } from "#app/lib/by.ts";
import { closeDatabase, openPool } from "#app/lib/db.server.ts";

type Statement = { name?: string; text: string; values?: unknown[] };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const connections = 10;

/**
 * How many times a second the statements of one signing run through bare `pg`, on as many connections as web has: what
 * the database gives when nothing else costs anything. They are those that `signCampaign` sends, recorded once; each
 * replay has ids and bytes of its own.
 */
export async function replaySigning(databaseUrl: string, seconds: number): Promise<number> {
  const { statements, fixed } = await recorded(databaseUrl);
  const pool = openPool(databaseUrl, connections);
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const lane = async () => {
    const client = await pool.connect();
    while (performance.now() < until) {
      const own = ownValues(fixed);
      for (const { text, values, ...statement } of statements)
        await client.query({ ...statement, text: ownLock(text), values: values?.map(own) });
      done += 1;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: connections }, lane));
  await pool.end();
  return done / seconds;
}

async function recorded(databaseUrl: string): Promise<{ statements: Statement[]; fixed: Set<string> }> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, ABUSE_LIMITS: "off" });
  const by: By = { actor: "visitor", now: new Date(), network: "192.0.2.1" };
  const campaign = await campaignBySlug(by, "detained");
  if (!campaign) throw new Error("the demo is not loaded");
  const form = signSchema.parse({ givenName: "Recorded", email: "recorded@example.org", postalCode: "91205" });
  const place = { mapId: null, stateDivisionId: null, houseDivisionId: null, method: "none" as const };

  const statements: Statement[] = [];
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    if (typeof first === "string") statements.push({ text: first });
    else if (typeof first === "object" && first !== null && "text" in first) statements.push(first as Statement);
    return (query as (...given: unknown[]) => unknown).apply(this, args) as never;
  } as typeof query;
  try {
    const outcome = await signCampaign(by, campaign, form, place);
    if (outcome.outcome !== "signed") throw new Error(outcome.outcome);
  } finally {
    pg.Client.prototype.query = query;
    await closeDatabase();
  }
  const begin = statements.findIndex(({ text }) => text.startsWith("begin"));
  return { statements: statements.slice(begin), fixed: new Set([campaign.id, campaign.matterId]) };
}

/** Each attempt has a lock of its own. */
const ownLock = (text: string) =>
  text.replace(/(?<=pg_advisory_xact_lock\()-?\d+/, () => String(randomBytes(8).readBigInt64BE()));

/** Gives each replay ids and bytes of its own, the same for the same value throughout. */
function ownValues(fixed: ReadonlySet<string>): (value: unknown) => unknown {
  const ids = new Map<string, string>();
  const blobs = new Map<string, Buffer>();
  const kept = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const found = map.get(key) ?? make();
    map.set(key, found);
    return found;
  };
  const own = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(own);
    if (typeof value === "string")
      return value.replace(uuid, (id) => (fixed.has(id) ? id : kept(ids, id, () => randomUUID())));
    if (value instanceof Uint8Array && value.length >= 16)
      return kept(blobs, Buffer.from(value).toString("hex"), () => randomBytes(value.length));
    return value;
  };
  return own;
}
