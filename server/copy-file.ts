import { createHash } from "node:crypto";
import { open, writeFile } from "node:fs/promises";

/** What a copy holds: of a file that changes meanwhile, what was read. */
export interface Copied {
  size: number;
  sha256: string;
}

/** Copies a file to a place where none is, readable by its owner alone. */
export async function copyFile(from: string, to: string): Promise<Copied> {
  const source = await open(from, "r");
  try {
    const target = await open(to, "wx", 0o600);
    try {
      const hash = createHash("sha256");
      const buffer = Buffer.alloc(1 << 20);
      let size = 0;
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) break;
        const read = buffer.subarray(0, bytesRead);
        hash.update(read);
        await target.writeFile(read);
        size += bytesRead;
      }
      return { size, sha256: hash.digest("hex") };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Writes a file to a place where none is, readable by its owner alone. */
export async function writeWhole(to: string, content: string | Buffer): Promise<Copied> {
  await writeFile(to, content, { mode: 0o600, flag: "wx" });
  return { size: Buffer.byteLength(content), sha256: createHash("sha256").update(content).digest("hex") };
}

/**
 * Returns once files and folders lie on the disk. Asked of each when all are written: the first waits for the disk, and
 * the others find most of it done.
 */
export async function flush(paths: readonly string[]): Promise<void> {
  await eachOf(paths, async (path) => {
    const file = await open(path, "r");
    await file.sync().finally(() => file.close());
  });
}

/** Runs `work` on each of `items`, a few at a time; the first fault ends it once those under way have ended. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 4): Promise<void> {
  const waiting = [...items];
  const faults: unknown[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined && faults.length === 0; next = waiting.shift())
      await work(next).catch((error: unknown) => faults.push(error));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (faults.length > 0) throw faults[0];
}
