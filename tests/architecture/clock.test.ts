import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const eslint = new ESLint();

async function faults(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? "parse");
}

describe("the clock", () => {
  it.each(["export const at = new Date();\n", "export const at = Date.now();\n"])(
    "is not read by a feature: %s",
    async (text) => {
      expect(await faults("app/features/letters/letter.ts", text)).toContain("no-restricted-syntax");
    },
  );

  it("may be given a fixed instant", async () => {
    expect(await faults("app/features/letters/letter.ts", "export const at = new Date(0);\n")).toEqual([]);
  });

  it("refuses a style attribute in a view", async () => {
    const view = 'export const View = () => <p style={{ color: "red" }}>x</p>;\n';
    expect(await faults("app/ui/plant.tsx", view)).toContain("no-restricted-syntax");
  });
});
