/** What can be killed. "starting": `start`, killed again while it comes up. */
export type Victim = "web" | "worker" | "start" | "starting" | "postgres" | "both";

/** An installation under test whose processes can be killed one by one. */
export interface House {
  /** Address of the site; it stays, whoever is killed. */
  site: string;
  /** Address of the database just now. */
  databaseUrl: () => string;
  /** Kills it with SIGKILL, and starts again what does not restart itself. */
  kill: (victim: Victim) => Promise<void>;
  /** The workers that live just now. */
  workers: () => number[];
  /** What is not as it should be: a process that a killed parent left, one that ended without being killed. */
  complaints: () => Promise<string[]>;
  /** Everything that the processes printed. */
  output: () => string;
  stop: () => Promise<void>;
}

/** Keys that all processes of a run share, and whoever reads the rows afterwards. */
export function keysForAll(): Record<string, string> {
  const key = Buffer.alloc(32, "soak").toString("base64url");
  return { SESSION_SECRET: key, PII_KEYS: `soak:${key}`, LOOKUP_KEY: key };
}
