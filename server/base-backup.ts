import { mkdir, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import type { Copied } from "./copy-file.ts";
import { copyFile, eachOf, writeWhole } from "./copy-file.ts";

/** What a base backup holds: paths within it, folders before what lies in them. */
export interface BaseBackup {
  folders: string[];
  files: ({ path: string } & Copied)[];
  /** The write-ahead log that makes it whole. */
  wal: { from: string; until: string };
}

/** What PostgreSQL makes anew, or may not find in a copy: `pg_basebackup` leaves out the same. */
const emptied =
  /^(?:pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^pg_wal\/[^/]*\d/;
const leftOut =
  /(?:^|\/)(?:postmaster\.(?:pid|opts)|backup_label(?:\.old)?|tablespace_map(?:\.old)?|backup_manifest|current_logfiles(?:\.tmp)?|postgresql\.auto\.conf\.tmp|pg_internal\.init(?:\.\d+)?|pgsql_tmp.*)$/;
const control = "global/pg_control";

/**
 * Copies a cluster while others write in it, into a folder that exists and is empty. `client` is a session of the server's
 * superuser and of nothing else. The server keeps the log that the copy needs, by a slot that ends with the session, so
 * that no checkpoint in between takes it away; whatever is read half written is mended from that log at the first start.
 */
export async function copyCluster(client: pg.Client, data: string, to: string): Promise<BaseBackup> {
  await client.query("select pg_create_physical_replication_slot('redress_backup_' || pg_backend_pid(), true, true)");
  const from = await lsnOf(client, "select pg_backup_start('redress', true)::text as lsn");
  const copied = await copyAll(data, to);
  const control1 = await steadyFile(join(data, control));
  const files = [...copied.files, { path: control, ...(await writeWhole(join(to, control), control1)) }];

  const { rows } = await client.query<{ lsn: string; label: string; spaces: string }>(
    "select lsn::text as lsn, labelfile as label, spcmapfile as spaces from pg_backup_stop(false)",
  );
  const [stopped] = rows;
  if (!stopped || stopped.spaces.trim() !== "") throw new Error("this cluster has tables outside its folder");
  files.push({ path: "backup_label", ...(await writeWhole(join(to, "backup_label"), stopped.label)) });

  const segments = await segmentsBetween(client, from, stopped.lsn);
  for (const name of segments) {
    const path = `pg_wal/${name}`;
    files.push({ path, ...(await copyFile(join(data, path), join(to, path))) });
  }
  return { folders: copied.folders, files, wal: { from, until: stopped.lsn } };
}

async function copyAll(data: string, to: string): Promise<Pick<BaseBackup, "folders" | "files">> {
  const folders: string[] = [];
  const names: string[] = [];
  const look = async (folder: string): Promise<void> => {
    for (const entry of await entriesOf(join(data, folder))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) throw new Error(`this cluster has a part outside its folder: ${path}`);
      if (leftOut.test(path) || emptied.test(path)) continue;
      if (entry.isDirectory()) {
        folders.push(path);
        await mkdir(join(to, path), { mode: 0o700 });
        await look(path);
      } else if (entry.isFile() && path !== control) names.push(path);
    }
  };
  await look("");
  const files: BaseBackup["files"] = [];
  await eachOf(names, async (path) => {
    const copied = await unlessGone(copyFile(join(data, path), join(to, path)));
    if (copied) files.push({ path, ...copied });
  });
  return { folders, files };
}

/** A table that was dropped, a file that was done with: the log knows of it. */
async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  return await work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

async function entriesOf(folder: string) {
  return (await unlessGone(readdir(folder, { withFileTypes: true }))) ?? [];
}

/** A file that the log cannot mend, read until two readings in a row are alike: none of them is half written. */
async function steadyFile(path: string): Promise<Buffer> {
  let last = await readFile(path);
  for (let tries = 0; tries < 100; tries += 1) {
    const next = await readFile(path);
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error(`${path} does not keep still`);
}

async function lsnOf(client: pg.Client, text: string): Promise<string> {
  const { rows } = await client.query<{ lsn: string }>(text);
  return rows[0]?.lsn ?? "";
}

/** The names of the log's files from one position to another. */
async function segmentsBetween(client: pg.Client, from: string, until: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with s as (select pg_size_bytes(current_setting('wal_segment_size'))::numeric as "size")
     select pg_walfile_name('0/0'::pg_lsn + ("n" * s."size" + 1)) as "name"
     from s, generate_series(
       trunc(($1::pg_lsn - '0/0'::pg_lsn) / s."size"), trunc(($2::pg_lsn - '0/0'::pg_lsn - 1) / s."size")
     ) as "n" order by "n"`,
    [from, until],
  );
  return rows.map(({ name }) => name);
}
