import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import prettier from "eslint-config-prettier";
import globals from "globals";
import tseslint from "typescript-eslint";
import { house } from "./tests/architecture/house-rules.mjs";

const tests = "**/*.test.{ts,tsx}";
/** What a process, a browser or an operator starts: they alone do something when loaded. */
const entryPoints = [
  "app/entry.{client,server}.tsx",
  "app/**/*.client.ts",
  "app/features/directory/pack-directory.ts",
  "server/{start,web,worker,prepare,backup,restore,rotate-keys,invite}.ts",
];

export default tseslint.config(
  { ignores: ["build/", "app/lib/generated/", "node_modules/", "test-results/", ".data/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  prettier,
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    languageOptions: { globals: globals.node },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/only-throw-error": "off",
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  { plugins: { house }, rules: { "house/reason-given": "error", "house/import-names-the-file": "error" } },
  {
    files: ["app/**/*.{ts,tsx}"],
    // The supervisor in server/ times its own waits; the product's instants come from this clock.
    ignores: ["app/lib/clock.server.ts"],
    rules: { "house/clock": "error" },
  },
  {
    files: ["app/**/*.tsx"],
    // Mail programs need style attributes.
    ignores: ["app/**/*.mail.tsx", "app/ui/mail-shell.tsx"],
    rules: { "house/no-inline-style": "error" },
  },
  {
    files: ["app/**/*.{ts,tsx}", "server/**/*.ts"],
    ignores: [tests, "**/*.d.ts", ...entryPoints],
    rules: { "house/no-effect-at-import": "error" },
  },
  { files: ["app/**/*.{ts,tsx}", "server/**/*.ts"], ignores: [tests], rules: { "house/no-database-clock": "error" } },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: [tests, "app/lib/paths.ts"],
    rules: { "house/paths-from-one-place": "error" },
  },
  {
    files: ["app/**/*.tsx", "app/{routes,http}/**/*.ts"],
    ignores: [tests, "app/ui/*.examples.tsx"],
    rules: { "house/words-in-messages": "error" },
  },
  { files: ["server/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["tests/**/*.ts", "prisma/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["app/**/*.client.ts"], languageOptions: { globals: globals.browser } },
  {
    files: ["app/**/*.tsx"],
    ...jsxA11y.flatConfigs.recommended,
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      // Safari drops the list role of a list without markers; the role attribute gives it back.
      "jsx-a11y/no-redundant-roles": "off",
      // The error summary takes the focus after a refusal (GOV.UK's pattern).
      "jsx-a11y/no-autofocus": "off",
    },
  },
  {
    files: ["app/routes/**/*.{ts,tsx}"],
    rules: { "max-lines": ["error", { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["app/features/**/*.{ts,tsx}", "app/ui/**/*.tsx"],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: { "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }] },
  },
);
