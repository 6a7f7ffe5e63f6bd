import type { By } from "#app/lib/by.ts";
import { directoryVersion } from "./internal/snapshot.server.ts";

/** The ISO day of which the directory's facts are; null before they are loaded. */
export async function directoryAsOf(_by: By): Promise<string | null> {
  return (await directoryVersion())?.asOf ?? null;
}
