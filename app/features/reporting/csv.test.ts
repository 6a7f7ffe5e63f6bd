import { describe, expect, it } from "vitest";
import { toCsv } from "./csv.ts";

describe("a file of figures", () => {
  it("follows RFC 4180: CR LF, quotes where they are needed, doubled inside", () => {
    const text = toCsv(
      ["Place", "Signers"],
      [
        ['Springfield, "the one"', 12_418],
        ["two\nlines", null],
        ["Luján Grisham", 0],
      ],
    );
    expect(text).toBe('Place,Signers\r\n"Springfield, ""the one""",12418\r\n"two\nlines",\r\nLuján Grisham,0\r\n');
  });

  it("fault 30: what a spreadsheet would run is text", () => {
    for (const cell of ['=HYPERLINK("//evil")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1"]) {
      const [, line = ""] = toCsv(["x"], [[cell]]).split(/(?<=^x\r\n)/);
      expect(line.replace(/^"/, "").startsWith("'"), cell).toBe(true);
    }
    expect(toCsv(["x"], [[-5], ["<10"], ["a=b"]])).toBe("x\r\n-5\r\n<10\r\na=b\r\n");
  });
});
