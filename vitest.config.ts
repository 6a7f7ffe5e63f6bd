import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** The longest file begins first: begun last, it would run on alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => Number(moduleId.endsWith("/killed-anywhere.test.ts"));
    return (await super.sort(files)).toSorted((a, b) => isLongest(b) - isLongest(a));
  }
}

const shared = { environment: "node", restoreMocks: true, pool: "threads" } as const;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: "pure",
          // Nothing happens at import and nothing is kept between tests: one process can run them all.
          isolate: false,
          sequence: { groupOrder: 0 },
          hookTimeout: 120_000,
          include: [
            "app/**/*.test.{ts,tsx}",
            "server/**/*.test.ts",
            "tests/architecture/**/*.test.ts",
            "tests/support/**/*.test.ts",
          ],
          exclude: ["**/*.db.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: "database",
          sequence: { groupOrder: 1 },
          include: ["app/**/*.db.test.ts", "server/**/*.db.test.ts", "tests/architecture/**/*.db.test.ts"],
          globalSetup: ["tests/support/cluster.ts"],
          setupFiles: ["tests/support/own-database.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: "faults",
          pool: "forks",
          sequence: { groupOrder: 2 },
          include: ["tests/faults/**/*.test.ts"],
          globalSetup: ["tests/support/build.ts"],
          // Each starts processes of its own and waits for them most of the time.
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
