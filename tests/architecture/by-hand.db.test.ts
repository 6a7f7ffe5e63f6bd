/**
 * What stands in migrations by hand is invisible to Prisma, and so to the drift check: each CHECK, trigger and index of
 * that kind has a line here and is tested by its effect. One that a migration adds without a line fails.
 */
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

type Row = Record<string, unknown>;

/** Table → what a row of it must say beyond some value of each column's type, to be accepted. */
const accepted: Record<string, Row> = {
  Blob: { sha256: "0".repeat(64) },
  Campaign: { outcome: "won", closedAt: "2026-11-24T12:00:00Z" },
  CampaignRevision: { number: 1 },
  AuditEvent: { actorKind: "admin" },
  ContactPoint: { officeId: "us/exec/state", officialId: null },
  Delivery: { state: "queued" },
  DeliveryTally: { state: "queued" },
  DeliveryEvent: { from: "queued", to: "sending" },
  Fold: { id: 1 },
  Invitation: { role: "staff" },
  Letter: { state: "approved", channel: "email" },
  LetterTally: { status: "waiting" },
  Measure: {
    id: "us/119/hres/1",
    congress: 119,
    type: "hres",
    number: 1,
    originChamber: "house",
    stage: "introduced",
  },
  Office: { disclosure: "letter" },
  Organization: { id: "self" },
  Signature: { state: "pending", holdsPlace: false, slot: 0, divisionMethod: "zip", display: "none" },
  Token: { purpose: "confirm" },
  User: { role: "organizer" },
};

/** CHECK → what to say in such a row, for each way to break it. */
const checks: Record<string, Row[]> = {
  Blob_sha256: [{ sha256: "../etc/passwd" }, { sha256: "A".repeat(64) }],
  AuditEvent_actor: [{ actorKind: "nobody" }],
  CampaignRevision_number: [{ number: 0 }],
  Campaign_outcome: [{ outcome: "won", closedAt: null }, { outcome: "drawn" }],
  ContactPoint_owner: [
    { officeId: null, officialId: null },
    { officeId: "us/exec/state", officialId: "bioguide:P000145" },
  ],
  DeliveryEvent_move: [
    { from: "accepted", to: "queued" },
    { from: null, to: "accepted" },
    { from: "queued", to: "lost" },
  ],
  DeliveryTally_state: [{ state: "sending" }],
  Delivery_state: [{ state: "lost" }],
  Fold_one: [{ id: 2 }],
  Invitation_role: [{ role: "owner" }],
  LetterTally_status: [{ status: "lost" }],
  Letter_channel: [{ channel: "pigeon" }],
  Letter_state: [{ state: "lost" }],
  Measure_id: [{ number: 2 }, { id: "us/119/hres/0", number: 0 }],
  Measure_stage: [{ stage: "lost" }],
  Measure_type: [{ originChamber: "senate" }, { type: "house", id: "us/119/house/1" }],
  Office_disclosure: [{ disclosure: "all" }],
  Organization_one: [{ id: "another" }],
  Signature_display: [{ display: "photo" }],
  Signature_division_method: [{ divisionMethod: "guess" }],
  Signature_place_by_state: [{ holdsPlace: true }, { state: "confirmed", holdsPlace: false }],
  Signature_slot: [{ slot: 2 }, { slot: -1 }],
  Signature_state: [{ state: "lost", holdsPlace: false }],
  Signature_withdrawn: [{ state: "withdrawn" }, { withdrawnAt: "2026-11-24T12:00:00Z" }],
  Token_purpose: [{ purpose: "master" }],
  User_role: [{ role: "owner" }],
};

/** Unique index that Prisma cannot say → two rows that it must not hold both. */
const indexes: Record<string, { table: string; rows: [Row, Row] }> = {
  ContactPoint_once: {
    table: "ContactPoint",
    rows: [
      { id: "one", officeId: "us/exec/state", officialId: null, channel: "email", value: "a@b.example" },
      { id: "two", officeId: "us/exec/state", officialId: null, channel: "email", value: "a@b.example" },
    ],
  },
};

/** Trigger → a row that its table takes, and what may then not be done: refused with the trigger, possible without. */
interface Guarded {
  table: string;
  row: Row;
  refused: string[];
}
const triggers: Record<string, Guarded> = {
  AuditEvent_kept: {
    table: "AuditEvent",
    row: { actorKind: "admin" },
    refused: [`update "AuditEvent" set "action" = 'another'`, `delete from "AuditEvent"`],
  },
};

/** Triggers that refuse nothing and count (docs/decisions/018); `tallies.db.test.ts` proves them by a recount. */
const counting = [
  "Delivery_tally_moved",
  "Delivery_tally_queued",
  "HandOver_tally",
  "Letter_tally_gone",
  "Letter_tally_moved",
  "Letter_tally_written",
];

/** Table → how many rows the migrations themselves put there. */
const seeded: Record<string, number> = { Fold: 1 };

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });

beforeAll(() => client.connect());
afterAll(() => client.end());
// Nothing that is tried here stays. The rows' neighbours are not needed: foreign keys are other tests' matter.
beforeEach(() => client.query("begin"));
afterEach(() => client.query("rollback"));

const withoutForeignKeys = () => client.query("set local session_replication_role = replica");

async function names(text: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(text);
  return rows.map(({ name }) => name).sort();
}

/** A value of each type, for columns that are required and whose value does not matter. */
const valueOf: Record<string, unknown> = {
  boolean: false,
  bytea: Buffer.from([0]),
  date: "2026-11-24",
  "double precision": 0,
  integer: 0,
  bigint: 0,
  jsonb: "{}",
  text: "x",
  "timestamp with time zone": "2026-11-24T12:00:00Z",
  uuid: "01890a5d-ac96-774b-bcce-b302099a8057",
  ARRAY: [],
};

async function insert(table: string, said: Row): Promise<void> {
  const { rows: columns } = await client.query<{ name: string; type: string }>(
    `select column_name as "name", data_type as "type" from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
    [table],
  );
  const row: Row = { ...Object.fromEntries(columns.map(({ name, type }) => [name, valueOf[type]])), ...said };
  const keys = Object.keys(row);
  await client.query(
    `insert into "${table}" (${keys.map((key) => `"${key}"`).join(", ")}) values (${keys.map((_, i) => `$${i + 1}`).join(", ")})`,
    Object.values(row),
  );
}

/** The constraint that refuses what `attempt` does, or null when it is let through. */
async function refusedBy(attempt: () => Promise<unknown>): Promise<string | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.constraint ?? error.message;
    throw error;
  }
}

const tableOf = (constraint: string) => constraint.slice(0, constraint.indexOf("_"));

describe("every object that Prisma cannot see has a line", () => {
  it("CHECK and exclusion constraints", async () => {
    const found = await names(
      `select conname as "name" from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'x')`,
    );
    expect(Object.keys(checks).sort()).toEqual(found);
  });

  it("indexes with NULLS NOT DISTINCT or over an expression", async () => {
    const found = await names(
      `select c.relname as "name" from pg_index i join pg_class c on c.oid = i.indexrelid
       where c.relnamespace = 'public'::regnamespace and (i.indnullsnotdistinct or i.indexprs is not null)`,
    );
    expect(Object.keys(indexes).sort()).toEqual(found);
  });

  it("triggers", async () => {
    const found = await names(
      `select t.tgname as "name" from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`,
    );
    expect([...Object.keys(triggers), ...counting].sort()).toEqual(found);
  });

  it("rows that migrations write", async () => {
    const tables = await names(`select tablename as "name" from pg_tables where schemaname = 'public'`);
    const found: Record<string, number> = {};
    for (const table of tables) {
      const { rowCount } = await client.query(`select 1 from "${table}"`);
      if (rowCount && table !== "_prisma_migrations") found[table] = rowCount;
    }
    expect(found).toEqual(seeded);
  });

  it("would be missed", async () => {
    await client.query(`alter table "Fold" add constraint "Fold_planted" check ("id" < 9)`);
    const found = await names(`select conname as "name" from pg_constraint where contype = 'c'`);
    expect(Object.keys(checks)).not.toEqual(expect.arrayContaining(found));
  });
});

describe("a row that says nothing wrong is accepted", () => {
  it.each(Object.entries(accepted))("%s", async (table, row) => {
    await withoutForeignKeys();
    await client.query(`delete from "${table}"`);
    expect(await refusedBy(() => insert(table, row))).toBeNull();
  });
});

describe("a CHECK refuses", () => {
  const ways = Object.entries(checks).flatMap(([name, rows]) => rows.map((row) => ({ name, row })));
  it.each(ways)("$name: $row", async ({ name, row }) => {
    const table = tableOf(name);
    expect(await refusedBy(() => insert(table, { ...accepted[table], ...row }))).toBe(name);
  });
});

describe("an index refuses the second", () => {
  it.each(Object.entries(indexes))("%s", async (name, { table, rows: [first, second] }) => {
    await withoutForeignKeys();
    expect(await refusedBy(() => insert(table, first))).toBeNull();
    expect(await refusedBy(() => insert(table, second))).toBe(name);
  });
});

describe("a trigger refuses", () => {
  async function proveTrigger(name: string, { table, row, refused }: Guarded): Promise<void> {
    await withoutForeignKeys();
    await client.query(`delete from "${table}"`);
    await insert(table, row);
    await client.query("set local session_replication_role = origin");
    for (const statement of refused) {
      const attempt = async () => {
        await client.query("savepoint tried");
        const refusal = await refusedBy(() => client.query(statement));
        await client.query("rollback to savepoint tried");
        return refusal;
      };
      expect(await attempt(), `${name} lets through: ${statement}`).not.toBeNull();
      await client.query(`alter table "${table}" disable trigger "${name}"`);
      expect(await attempt(), `refused even without ${name}: ${statement}`).toBeNull();
      await client.query(`alter table "${table}" enable trigger "${name}"`);
    }
  }

  it("each what its line says", async () => {
    for (const [name, guarded] of Object.entries(triggers)) {
      await proveTrigger(name, guarded);
      await client.query("rollback");
      await client.query("begin");
    }
  });

  it("or the proof fails", async () => {
    await client.query(`create function planted() returns trigger language plpgsql as
      $$ begin raise exception 'no fold is undone'; end $$`);
    await client.query(`create trigger "planted" before delete on "Fold" for each row execute function planted()`);
    const row = { id: 1 };
    await proveTrigger("planted", { table: "Fold", row, refused: [`delete from "Fold"`] });
    await expect(
      proveTrigger("planted", { table: "Fold", row, refused: [`update "Fold" set "at" = now()`] }),
    ).rejects.toThrow("planted lets through");
  });
});
