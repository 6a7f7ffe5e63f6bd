import { readFileSync } from "node:fs";
import ts from "typescript";
import { importedFile } from "./imports.ts";

const database = "app/lib/db.server.ts";
/** What of `db.server.ts` takes a connection from the pool. */
const takers = ["transaction", "sql", "prisma"];

/** One use of a function, called or handed on as a value. */
interface Use {
  /** `file#name`. */
  of: string;
  /** Whether the call is given the transaction that is open. */
  joins: boolean;
  line: number;
  /** Whether a transaction is open where it stands: inside `transaction(…)`, or in a function that takes `tx`. */
  inTransaction: boolean;
}

/**
 * Where a call inside a transaction takes a second connection, itself or through what it calls: the inner work would not
 * be undone with the outer, and ten such callers at once wait for each other's connections for ever.
 * `files` are paths from the repository's root; `read` gives their text. Returns "file:line name".
 */
export function nestedTransactions(
  files: string[],
  read = (file: string): string => readFileSync(file, "utf8"),
): string[] {
  const sources = new Map(files.map((file) => [file, usesOf(file, read(file))]));
  const opens = new Set(takers.map((name) => `${database}#${name}`));
  for (let grown = true; grown;) {
    grown = false;
    for (const [file, functions] of sources)
      for (const [name, uses] of functions) {
        const key = `${file}#${name}`;
        if (opens.has(key) || !uses.some(({ of, joins }) => !joins && opens.has(of))) continue;
        opens.add(key);
        grown = true;
      }
  }
  const found: string[] = [];
  for (const [file, functions] of sources)
    for (const uses of functions.values())
      for (const { of, joins, line, inTransaction } of uses)
        if (inTransaction && !joins && opens.has(of)) found.push(`${file}:${line} ${of.split("#")[1]}`);
  return [...new Set(found)];
}

/** What each declaration at the top of a file uses, under its name; what stands in none is under "". */
function usesOf(file: string, text: string): Map<string, Use[]> {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const names = new Map<string, string>();
  for (const statement of source.statements) {
    for (const name of declared(statement)) names.set(name, `${file}#${name}`);
    if (!ts.isImportDeclaration(statement)) continue;
    const from = importedFile(file, (statement.moduleSpecifier as ts.StringLiteral).text);
    const bindings = statement.importClause?.namedBindings;
    if (from && bindings && ts.isNamedImports(bindings))
      for (const { name, propertyName } of bindings.elements)
        names.set(name.text, `${from}#${(propertyName ?? name).text}`);
  }
  const functions = new Map<string, Use[]>();
  for (const statement of source.statements.filter((statement) => !ts.isImportDeclaration(statement))) {
    const uses: Use[] = [];
    visit(statement, false, uses);
    for (const name of declared(statement).concat(declared(statement).length > 0 ? [] : [""]))
      functions.set(name, [...(functions.get(name) ?? []), ...uses]);
  }
  return functions;

  function visit(node: ts.Node, inTransaction: boolean, uses: Use[]): void {
    const of = ts.isIdentifier(node) && isValue(node) ? names.get(node.text) : undefined;
    const call = ts.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : null;
    if (of) {
      const joins = call?.arguments.some((argument) => ts.isIdentifier(argument) && argument.text === "tx") ?? false;
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      uses.push({ of, joins, line, inTransaction });
    }
    const opening =
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      names.get(node.expression.text) === `${database}#transaction`;
    const taking = ts.isFunctionLike(node) && node.parameters.some(isTx);
    ts.forEachChild(node, (child) => {
      visit(child, inTransaction || taking || (opening && child !== node.expression), uses);
    });
  }
}

/** Whether an identifier is read, and is not the name of a member or of what is declared. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  return !ts.isFunctionDeclaration(parent) && !ts.isTypeNode(parent) && !ts.isExportSpecifier(parent);
}

/** A parameter that is a transaction for certain: where it is optional the function chooses. */
function isTx({ name, type, questionToken, initializer }: ts.ParameterDeclaration): boolean {
  if (questionToken || initializer) return false;
  return name.getText() === "tx" || type?.getText() === "Tx";
}

function declared(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) && statement.name) return [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
}
