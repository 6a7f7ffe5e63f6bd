import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The rules of `docs/architecture.md` that syntax can tell, as ESLint rules named `house/…`; `eslint.config.js` says where
 * each holds, and `house-rules.test.ts` plants a violation of each.
 */

const routes = fileURLToPath(new URL("../../app/routes", import.meta.url));

/** How paths of the site begin: the first segment of every route. */
const firstSegments = [
  ...new Set(readdirSync(routes).flatMap((name) => /^[a-z][a-z0-9-]*(?=[.[])/.exec(name)?.[0] ?? [])),
];
const ownPath = `/^\\/(${firstSegments.join("|")})(?![\\w-])/`;

const letter = "/\\p{L}/u";
/** Attributes that a person reads or hears. */
const spoken =
  "/^(aria-label|aria-description|aria-roledescription|title|alt|placeholder|label|legend|hint|heading|lead|caption|summary)$/";
/** What a gallery shows a view or a mail with. */
const example = "VariableDeclarator[id.name=/Example$/]";
const read = `:matches(JSXElement, JSXFragment) > JSXExpressionContainer, JSXAttribute[name.name=${spoken}] > JSXExpressionContainer`;
const branch = ":matches(ConditionalExpression, LogicalExpression)";

const databaseClock = "/\\b(now\\(\\)|current_(timestamp|date|time)\\b)/i";

/** Not what runs only when somebody calls it. */
const atImport = (selector) =>
  `Program > :matches(VariableDeclaration, ExportNamedDeclaration) ${selector}:not(:function ${selector})`;

/** rule → selector → why not. */
const forbidden = {
  clock: {
    ":matches(NewExpression, CallExpression):matches([callee.name='Date'], [callee.property.name='Date'])[arguments.length=0]":
      "Take `now` from `by`: only http/ and server/ read the clock, so that a test and CLOCK_OFFSET can set it.",
    "MemberExpression[property.name='now']:matches([object.name='Date'], [object.property.name='Date'])":
      "Take `now` from `by`: only http/ and server/ read the clock, so that a test and CLOCK_OFFSET can set it.",
    "CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]":
      "A format without an instant reads the clock: give it one.",
  },
  "no-database-clock": {
    [`:matches(Literal[value=${databaseClock}], TemplateElement[value.raw=${databaseClock}])`]:
      "The database's clock does not follow CLOCK_OFFSET: give the statement `by.now` (a lease alone is measured by `clock_timestamp()`).",
  },
  "no-inline-style": {
    "JSXAttribute[name.name='style']":
      "The content security policy forbids style attributes; use the design's classes.",
  },
  "no-effect-at-import": {
    "Program > ImportDeclaration[specifiers.length=0]:not([source.value=/\\.css$/])":
      'An import for its effect: `"sideEffects": false` deletes it from the web bundle, while the worker runs it. Make it a value in a list.',
    "Program > :not([type=/Declaration$|^TSDeclareFunction$/]):not([directive])":
      "A module does nothing when imported: put this into a function that an entry point calls.",
    [atImport("AwaitExpression")]: "A module does nothing when imported: wait in a function.",
    [atImport(
      "CallExpression[callee.name=/^(set(Timeout|Interval|Immediate)|queueMicrotask|env|now|sql|transaction|prisma|log)$/]",
    )]: "A module does nothing when imported: no timer, no environment, no clock, no database. Ask in a function.",
  },
  "import-names-the-file": {
    ":matches(ImportDeclaration, ExportNamedDeclaration)[source.value=/^[#.]/]:not([source.value=/\\.(tsx?|m?js|json|css)(\\?|$)/])":
      "An import names its file with the extension: Node, Vite and the checks then agree which one is meant.",
    ExportAllDeclaration: "No barrels: who needs a thing imports the file that makes it.",
  },
  "paths-from-one-place": {
    [`:matches(Literal[value=${ownPath}], TemplateElement[value.raw=${ownPath}])`]:
      "Paths are built in lib/paths.ts alone: it escapes what goes in and knows the locale's prefix.",
    "JSXAttribute[name.name=/^(href|action|formAction|to|src)$/] > Literal[value='/']":
      "Paths are built in lib/paths.ts alone: paths.home().",
  },
  "words-in-messages": {
    [`JSXText[value=${letter}]`]: "Words stand in messages.<locale>.json of the feature, or nobody can translate them.",
    [`:matches(${read}) > Literal[value=${letter}]`]: "Words stand in messages.<locale>.json of the feature.",
    [`:matches(${read}) > TemplateLiteral > TemplateElement[value.raw=${letter}]`]:
      "Words stand in messages.<locale>.json of the feature; a sentence with a value in it is a message with an argument.",
    [`:matches(${read}) > ${branch} > Literal[value=${letter}]`]:
      "Words stand in messages.<locale>.json of the feature.",
    [`JSXAttribute[name.name=${spoken}] > Literal[value=${letter}]`]:
      "Words stand in messages.<locale>.json of the feature; this one is read or heard too.",
    [`NewExpression[callee.name='Response'] > Literal[value=${letter}]`]: "Words stand in messages.<locale>.json.",
    [`Property[key.name=/^(title|subject)$/] > Literal[value=${letter}]:not(${example} Literal)`]:
      "Words stand in messages.<locale>.json of the feature: titles and subjects too.",
    [`Property[key.name=/^(title|subject)$/] > TemplateLiteral > TemplateElement[value.raw=${letter}]:not(${example} TemplateElement)`]:
      "Words stand in messages.<locale>.json of the feature: titles and subjects too.",
  },
};

const rule = (reasons) => ({
  meta: { type: "problem", schema: [] },
  create: (context) =>
    Object.fromEntries(
      Object.entries(reasons).map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
    ),
});

const reasonGiven = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments())
        if (/^\s*eslint-disable/.test(comment.value) && !/\s-- \S/.test(comment.value))
          context.report({ loc: comment.loc, message: "Say why this rule does not hold here: `-- reason`." });
    },
  }),
};

export const house = {
  rules: {
    ...Object.fromEntries(Object.entries(forbidden).map(([name, reasons]) => [name, rule(reasons)])),
    "reason-given": reasonGiven,
  },
};
