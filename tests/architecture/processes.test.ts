import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadedFiles } from "./imports.ts";

const read = (file: string) => readFileSync(file, "utf8");
const isDomain = (file: string) => file.startsWith("app/");
const namesBuild = (text: string) => /build\/server/.test(text);

/** `read`, but for the files that are planted. */
const planted = (texts: Record<string, string>) => (file: string) => texts[file] ?? read(file);

// Domain code both ways in one process gives it two pools and two caches.
describe("a process holds one copy of each module", () => {
  it("web takes domain code from the build alone", () => {
    expect(loadedFiles("server/web.ts", read).filter(isDomain)).toEqual([]);
  });

  it.each([
    'import { sql } from "#app/lib/db.server.ts";\nexport const x = sql;\n',
    'export { sql } from "../app/lib/db.server.ts";\n',
    'export const x = () => import("#app/lib/db.server.ts");\n',
  ])("which a plant two imports away breaks: %j", (text) => {
    const files = loadedFiles("server/web.ts", planted({ "server/readiness.ts": text }));
    expect(files.filter(isDomain)).toContain("app/lib/db.server.ts");
  });

  it("and may know domain types", () => {
    const text = 'import type { sql } from "#app/lib/db.server.ts";\nexport type X = typeof sql;\n';
    expect(loadedFiles("server/web.ts", planted({ "server/readiness.ts": text })).filter(isDomain)).toEqual([]);
  });

  it.each(["server/worker.ts", "server/prepare.ts"])("%s never loads the build", (entry) => {
    expect(loadedFiles(entry, read).filter((file) => namesBuild(read(file)))).toEqual([]);
  });

  it("which a plant breaks", () => {
    const text = 'export const x = () => import("../build/server/index.js");\n';
    const reading = planted({ "server/schedule.ts": text });
    expect(loadedFiles("server/worker.ts", reading).filter((file) => namesBuild(reading(file)))).toEqual([
      "server/schedule.ts",
    ]);
  });
});
