import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import prettier from "eslint-config-prettier";
import globals from "globals";
import tseslint from "typescript-eslint";

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take `now` from `by`; only lib/clock.server.ts reads the clock.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take `now` from `by`; only lib/clock.server.ts reads the clock.",
  },
];
const inlineStyle = {
  selector: "JSXAttribute[name.name='style']",
  message: "The content security policy forbids style attributes; use the design's classes.",
};

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
  {
    files: ["app/**/*.{ts,tsx}", "server/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...clock, inlineStyle] },
  },
  {
    // Mail programs need style attributes.
    files: ["app/**/*.mail.tsx", "app/ui/mail-shell.tsx"],
    rules: { "no-restricted-syntax": ["error", ...clock] },
  },
  { files: ["app/lib/clock.server.ts"], rules: { "no-restricted-syntax": ["error", inlineStyle] } },
  {
    // The supervisor times its own waits; the product's instants come from the clock above.
    files: ["server/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", inlineStyle], "no-console": "off" },
  },
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
