import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compile } from "tailwindcss";
import { expect, it } from "vitest";

const here = import.meta.dirname;
const require = createRequire(import.meta.url);

/** Tailwind's utilities come in a later layer than the design: a class that both have would lose the design's meaning. */
it("lets no utility of Tailwind take the place of a class of the design", async () => {
  const app = readFileSync(join(here, "app.css"), "utf8");
  const excluded = new Set(/@source not inline\("([^"]*)"\)/.exec(app)?.[1]?.split(" "));
  const design = readFileSync(join(here, "redress.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const classes = new Set([...design.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name));

  const { build } = await compile('@import "tailwindcss"; @import "./tokens.css";', {
    base: here,
    loadStylesheet: async (id, base) => {
      const path = id.startsWith(".") ? join(base, id) : require.resolve(`${id}/index.css`);
      return { path, base: dirname(path), content: readFileSync(path, "utf8") };
    },
  });
  const css = build([...classes]);
  const shared = [...classes].filter((name) => css.includes(`.${name} {`));
  // The same in both: the steps of the scale, and growing.
  const alike = new Set(["mt-2", "mt-4", "mt-6", "grow"]);
  expect(shared.filter((name) => !excluded.has(name) && !alike.has(name))).toEqual([]);
});
