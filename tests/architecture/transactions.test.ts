import { describe, expect, it } from "vitest";
import { sourceFiles } from "./source-files.ts";
import { nestedTransactions } from "./transactions.ts";

const db = 'import { sql, transaction } from "#app/lib/db.server.ts";\n';
const inner = `${db}export function inner(by) { return transaction(async (tx) => tx.sql("a", "", [], z)); }\n`;
const reads = `${db}export const reads = async (id, tx?: Tx) => readBy(tx ?? { sql }, id);\n`;

/** What is found in `outer.ts`, which stands beside three other files. */
function found(outer: string): string[] {
  const texts: Record<string, string> = {
    "app/features/x/outer.ts": outer,
    "app/features/x/inner.ts": inner,
    "app/features/x/reads.ts": reads,
    "app/features/x/between.ts": 'import { inner } from "./inner.ts";\nexport const between = (by) => inner(by);\n',
    "app/features/x/joins.ts":
      'import { reads } from "#app/features/x/reads.ts";\nexport const joins = (tx, id) => reads(id, tx);\n',
  };
  return nestedTransactions(Object.keys(texts), (file) => texts[file] ?? "");
}

const imports = `${db}import { inner } from "./inner.ts";
import { reads } from "#app/features/x/reads.ts";
import { between } from "./between.ts";
import { joins as joined } from "./joins.ts";
`;

describe("a transaction inside a transaction", () => {
  it.each([
    ["of its own", "transaction(async (tx) => transaction(async (t) => t))", "transaction"],
    ["by a verb that opens one", "transaction(async (tx) => { await inner(by); })", "inner"],
    ["by a verb that calls one that opens one", "transaction(async (tx) => { await between(by); })", "between"],
    ["by a statement on the pool", 'transaction(async (tx) => sql("b", "", [], z))', "sql"],
    ["by the pool given to a reader", "transaction(async (tx) => readBy({ sql }, 1))", "sql"],
    ["by a read that was not given the transaction", "transaction(async (tx) => reads(1))", "reads"],
    ["by a verb handed on as a value", "transaction(async (tx) => Promise.all(ids.map(reads)))", "reads"],
  ])("is found %s", (_, call, name) => {
    expect(found(`${imports}export const outer = (by, ids) => ${call};\n`)).toEqual([
      `app/features/x/outer.ts:6 ${name}`,
    ]);
  });

  it("is found in a function that joins one", () => {
    const outer = `${imports}export async function outer(tx, by) {\n  await inner(by);\n}\n`;
    expect(found(outer)).toEqual(["app/features/x/outer.ts:7 inner"]);
  });

  it.each([
    ["what joins", "transaction(async (tx) => { await joined(tx, 1); await reads(1, tx); })"],
    ["what comes before and after", "reads(1).then(() => transaction(async (tx) => tx)).then(() => inner(by))"],
    ["a member of that name", 'transaction(async (tx) => tx.sql("c", "", [], z))'],
  ])("is not %s", (_, call) => {
    expect(found(`${imports}export const outer = (by) => ${call};\n`)).toEqual([]);
  });

  it("stands nowhere in the product", () => {
    expect(nestedTransactions([...sourceFiles("app"), ...sourceFiles("server")])).toEqual([]);
  });
});
