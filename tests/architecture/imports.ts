import { dirname, join } from "node:path";
import ts from "typescript";

/** The file of the repository that an import names, or null where it names a package. */
export function importedFile(from: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith(".") ? join(dirname(from), specifier) : null;
}

/** What loading `file` loads with it, as written: imports of values, re-exports, and `import()` of a literal. */
export function loadedBy(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const take = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteralLike(node)) found.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) take(node.moduleSpecifier);
    if (ts.isExportDeclaration(node) && !node.isTypeOnly) take(node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) take(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every file of the repository that a process loads which starts at `entry`, the entry among them. */
export function loadedFiles(entry: string, read: (file: string) => string): string[] {
  const loaded = new Set([entry]);
  for (const file of loaded)
    for (const specifier of loadedBy(file, read(file))) {
      const imported = importedFile(file, specifier);
      if (imported && /\.tsx?$/.test(imported)) loaded.add(imported);
    }
  return [...loaded];
}
