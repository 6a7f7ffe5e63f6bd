/**
 * `npm run restore -- FROM`: a backup becomes the database of DATA_DIR. It is put together and made safe beside its place,
 * and moved there last: whatever ends the command, no `start` finds a database whose mails would go a second time.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { closeDatabase } from "#app/lib/db.server.ts";
import { parseEnv } from "#app/lib/env.server.ts";
import { keysFile } from "#app/lib/keys.server.ts";
import { clusterFolder, readManifest } from "./backup-manifest.ts";
import type { Manifest } from "./backup-manifest.ts";
import { copyFile, eachOf, flush } from "./copy-file.ts";
import { binariesFor, clustersIn, passwordFile, refuseRunning } from "./embedded-postgres.ts";
import { holdRestored } from "./hold-restored.ts";
import { migrationNames } from "./migration-names.ts";
import { Refused, folderFrom, runCommand, withDatabase } from "./operator-command.ts";
import { homeElsewhere, majorOf, versionOf } from "./postgres-binaries.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const draftName = "restoring-";

async function restore(from: string, dataDir: string, mayMove: boolean): Promise<void> {
  const manifest = readManifest(from);
  const unknown = manifest.migrations.filter((name) => !migrationNames().includes(name));
  if (unknown.length > 0)
    throw new Refused(`This backup was made by a newer version (${manifest.version}): restore it with that one.`);
  await discardDrafts(dataDir);
  await refuseRunning(dataDir);
  const isOccupied =
    clustersIn(dataDir).length > 0 || [keysFile, passwordFile].some((name) => existsSync(join(dataDir, name)));
  if (isOccupied && !mayMove) throw new Refused(`${dataDir} holds a database. ${occupied}`);

  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = mkdtempSync(join(dataDir, draftName));
  try {
    const held = await putTogether(from, manifest, draft);
    await refuseRunning(dataDir);
    if (isOccupied) for (const place of moveAside(dataDir)) say(`What was there before lies in ${place}.`);
    const cluster = binariesFor(draft).data;
    for (const name of [keysFile, passwordFile])
      if (existsSync(join(draft, name))) renameSync(join(draft, name), join(dataDir, name));
    renameSync(cluster, binariesFor(dataDir).data);
    say(`${dataDir} is as it was on ${manifest.takenAt.toISOString()}.`);
    say(heldWords(held));
  } finally {
    discard(draft);
  }
}

/** The backup as a data directory of its own, with nothing in it that goes by itself. Answers how many mails it held. */
async function putTogether(from: string, manifest: Manifest, draft: string): Promise<number> {
  const copy = async ({ path, size, sha256 }: Manifest["files"][number], to: string) => {
    const copied = await copyFile(join(from, path), to).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") throw new Refused(`This backup is not whole: ${path} is missing.`);
      throw error;
    });
    if (copied.size !== size || copied.sha256 !== sha256)
      throw new Refused(`This backup is not whole: ${path} is not what was written.`);
  };
  const inCluster = ({ path }: { path: string }) => path.startsWith(`${clusterFolder}/`);
  for (const file of manifest.files.filter((file) => !inCluster(file))) await copy(file, join(draft, file.path));

  const binaries = binariesFor(draft);
  const version = versionOf(binaries);
  if (majorOf(version) !== majorOf(manifest.postgres))
    throw new Refused(`This backup is of PostgreSQL ${manifest.postgres}, and this version brings ${version}.`);
  const placeOf = (path: string) => join(binaries.data, relative(clusterFolder, path));
  for (const folder of manifest.folders) mkdirSync(placeOf(folder), { mode: 0o700 });
  await eachOf(manifest.files.filter(inCluster), (file) => copy(file, placeOf(file.path)));
  binaries.own(binaries.data);
  await flush([...manifest.folders, ...manifest.files.filter(inCluster).map(({ path }) => path)].map(placeOf));

  return await withDatabase(draft, async ({ url }) => {
    process.env.DATABASE_URL = url;
    process.env.DATA_DIR = draft;
    return await holdRestored(url, manifest.takenAt).finally(closeDatabase);
  });
}

/** Keeps what a data directory holds, in a folder beside; answers where. */
function moveAside(dataDir: string): string[] {
  const name = `before-restore-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`;
  const aside = join(dataDir, name);
  mkdirSync(aside, { mode: 0o700 });
  const places = [aside];
  for (const cluster of clustersIn(dataDir)) {
    const isWithin = !relative(dataDir, cluster).startsWith("..");
    const to = isWithin ? join(aside, basename(cluster)) : `${cluster}.${name}`;
    renameSync(cluster, to);
    if (!isWithin) places.push(to);
  }
  for (const name of [keysFile, passwordFile])
    if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(aside, name));
  return places;
}

/** What restores left that were ended before their end. Throws `DataDirInUse` while another one is at it. */
async function discardDrafts(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir).filter((name) => name.startsWith(draftName))) {
    await refuseRunning(join(dataDir, name));
    discard(join(dataDir, name));
  }
}

function discard(draft: string): void {
  rmSync(homeElsewhere(draft), { recursive: true, force: true });
  rmSync(draft, { recursive: true, force: true });
}

const heldWords = (n: number) =>
  n === 0
    ? "No mail was waiting in it."
    : `${n} ${n === 1 ? "mail was" : "mails were"} waiting in it and may have gone since: held, until a person decides.`;
const occupied =
  "To put the restored one in its place and keep it in a folder beside: npm run restore -- FOLDER --move-aside";
const notOurs =
  "DATABASE_URL is set: restore that database by its own means, before any web or worker runs. Then hold what may have " +
  "gone after the backup was taken: npm run restore -- --hold-only 2026-11-24T02:00:00Z";

async function holdOnly(databaseUrl: string | undefined, typed: string | undefined): Promise<void> {
  const takenAt = new Date(typed ?? "");
  if (!databaseUrl || Number.isNaN(takenAt.getTime()))
    throw new Refused("Say when the backup was taken, with DATABASE_URL set: --hold-only 2026-11-24T02:00:00Z");
  say(heldWords(await holdRestored(databaseUrl, takenAt).finally(closeDatabase)));
}

const [first, second, ...more] = process.argv.slice(2);
await runCommand(async () => {
  const { DATABASE_URL, DATA_DIR } = parseEnv(process.env);
  if (first === "--hold-only" && more.length === 0) return await holdOnly(DATABASE_URL, second);
  if (!first || first.startsWith("-") || (second !== undefined && second !== "--move-aside") || more.length > 0)
    throw new Refused("Say from where: npm run restore -- FOLDER");
  if (DATABASE_URL) throw new Refused(notOurs);
  await restore(folderFrom(first), DATA_DIR, second === "--move-aside");
});
