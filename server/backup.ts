/** `npm run backup -- TO`: the embedded database and its keys, in a folder. Nothing needs to stop for it. */
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join, relative } from "node:path";
import pg from "pg";
import { z } from "zod";
import { parseEnv } from "#app/lib/env.server.ts";
import { keyFaults, keyInUse, keysInUse } from "#app/lib/keys-in-use.server.ts";
import { keysFile, parseKeyRing, readKeys } from "#app/lib/keys.server.ts";
import { locks } from "#app/lib/locks.ts";
import { shifted } from "#app/lib/time.ts";
import { clusterFolder, manifestFile, manifestText } from "./backup-manifest.ts";
import type { Manifest } from "./backup-manifest.ts";
import { copyCluster } from "./base-backup.ts";
import { copyFile, flush, writeWhole } from "./copy-file.ts";
import { passwordFile } from "./embedded-postgres.ts";
import { Refused, folderFrom, runCommand, withDatabase } from "./operator-command.ts";
import { fromRoot } from "./root.ts";
import { tryLock } from "./try-lock.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function backup(typed: string): Promise<void> {
  const { DATABASE_URL, DATA_DIR, CLOCK_OFFSET } = parseEnv(process.env);
  if (DATABASE_URL) throw new Refused(notOurs);
  const to = folderFrom(typed);
  refuseTarget(to, DATA_DIR);
  const begun = performance.now();
  const manifest = await withDatabase(DATA_DIR, async ({ url, data }) => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    // A server that stops meanwhile is told by the next statement.
    client.on("error", () => undefined);
    await client.connect();
    try {
      if (!(await tryLock(client, locks.upkeep)))
        throw new Refused("Another backup is made, or keys are rotated: wait for its end.");
      return await write(client, { data, dataDir: DATA_DIR, to, at: () => shifted(new Date(), CLOCK_OFFSET) });
    } finally {
      await client.end().catch(() => undefined);
    }
  });
  const megabytes = Math.ceil(manifest.files.reduce((sum, { size }) => sum + size, 0) / 1_000_000);
  say(`${to}: ${megabytes} MB in ${((performance.now() - begun) / 1000).toFixed(1)} s, as of ${isoOf(manifest)}.`);
  say(manifest.hasKeys ? withKeys : withoutKeys);
}

type Job = { data: string; dataDir: string; to: string; at: () => Date };

async function write(client: pg.Client, { data, dataDir, to, at }: Job): Promise<Manifest> {
  const { server_version: postgres, names: migrations } = await stateOf(client);
  const cluster = join(to, clusterFolder);
  makeEmpty(to);
  try {
    mkdirSync(cluster, { mode: 0o700 });
    const copied = await copyCluster(client, data, cluster);
    const takenAt = at();
    const inCluster = (path: string) => `${clusterFolder}/${path}`;
    const files = copied.files.map((file) => ({ ...file, path: inCluster(file.path) }));
    const hasKeys = await areKeysOf(client, dataDir);
    for (const path of [passwordFile, ...(hasKeys ? [keysFile] : [])])
      files.push({ path, ...(await copyFile(join(dataDir, path), join(to, path))) });
    const folders = [clusterFolder, ...copied.folders.map(inCluster)];
    const { wal } = copied;
    const manifest = { format: 1, version: versionOfThis(), takenAt, postgres, migrations, hasKeys, wal } as const;
    const draft = join(to, `${manifestFile}.part`);
    await writeWhole(draft, manifestText({ ...manifest, folders, files }));
    await flush([...files.map(({ path }) => join(to, path)), ...folders.map((path) => join(to, path)), draft, to]);
    await rename(draft, join(to, manifestFile));
    await flush([to]);
    return { ...manifest, folders, files };
  } catch (error) {
    for (const name of readdirSync(to)) rmSync(join(to, name), { recursive: true, force: true });
    throw error;
  }
}

/** Whether the rows were made with the keys of this data directory, and not with some that come from the environment. */
async function areKeysOf(client: pg.Client, dataDir: string): Promise<boolean> {
  const keys = readKeys(dataDir);
  const PII_KEYS = keys && parseKeyRing(keys.PII_KEYS);
  if (!PII_KEYS) return false;
  const { rows } = await client.query(keysInUse);
  return keyFaults({ PII_KEYS, LOOKUP_KEY: keys.LOOKUP_KEY }, z.array(keyInUse).parse(rows)).length === 0;
}

function refuseTarget(to: string, dataDir: string): void {
  if (!relative(dataDir, to).startsWith("..")) throw new Refused(`A backup must lie outside ${dataDir}.`);
  if (existsSync(to) && readdirSync(to).length > 0) throw new Refused(`${to} is not empty: name a new folder.`);
}

function makeEmpty(to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  chmodSync(to, 0o700);
}

async function stateOf(client: pg.Client): Promise<{ server_version: string; names: string[] }> {
  const { rows } = await client.query(
    `select current_setting('server_version') as server_version, array(
       select migration_name::text from _prisma_migrations
       where finished_at is not null and rolled_back_at is null order by migration_name
     ) as names`,
  );
  return z.object({ server_version: z.string(), names: z.array(z.string()) }).parse(rows[0]);
}

function versionOfThis(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(fromRoot("package.json"), "utf8"))).version;
}

const isoOf = ({ takenAt }: Manifest) => takenAt.toISOString();

const notOurs =
  "DATABASE_URL is set: this command is for the database that `npm start` brings. Back yours up by its own means " +
  "(pg_dump, your provider's snapshots), and keep PII_KEYS and LOOKUP_KEY apart from it.";
const withKeys = "The keys lie in it: whoever has this folder can read what is sealed. Keep it as you keep a password.";
const withoutKeys =
  "The keys do not lie in it, because they come from the environment: without PII_KEYS and LOOKUP_KEY it cannot be used.";

const [to, ...more] = process.argv.slice(2);
await runCommand(async () => {
  if (!to || more.length > 0) throw new Refused("Say where to: npm run backup -- FOLDER");
  await backup(to);
});
