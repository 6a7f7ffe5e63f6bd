import { ensureBuild } from "#server/build.ts";

/** Web and worker run as they are built: once, before the tests that run them. */
export async function setup(): Promise<void> {
  await ensureBuild();
}
