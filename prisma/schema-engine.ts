import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type * as SchemaEnginePackage from "@prisma/schema-engine-wasm";

export type Engine = typeof SchemaEnginePackage;

let engine: Promise<Engine> | undefined;

/** Prisma's own schema engine, with glue of its own: the glue keeps views on the memory of one instance. */
export function loadSchemaEngine(): Promise<Engine> {
  return (engine ??= instantiate());
}

/** Node loads no `.wasm` module by itself without a flag. */
async function instantiate(): Promise<Engine> {
  const home = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const glue = (await import(`${pathToFileURL(join(home, "schema_engine_bg.js")).href}?own`)) as Engine & {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  };
  const module = new WebAssembly.Module(readFileSync(join(home, "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(module, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/** The files of `prisma/schema`. */
export function schemaFiles(): { path: string; content: string }[] {
  const folder = fileURLToPath(new URL("schema", import.meta.url));
  return readdirSync(folder).map((path) => ({ path, content: readFileSync(join(folder, path), "utf8") }));
}
