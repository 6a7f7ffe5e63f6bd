import { describe, expect, it } from "vitest";
import { catalogue } from "./words.ts";

const words = catalogue({
  signed: "{n, plural, one {# person} other {# people}} signed",
  less: "a < b <c>",
  hello: "Dear {name},",
});

describe("a catalogue", () => {
  it("forms plurals and leaves tags alone", () => {
    const t = words("en");
    expect(t("signed", { n: 1 })).toBe("1 person signed");
    expect(t("signed", { n: 2 })).toBe("2 people signed");
    expect(t("less")).toBe("a < b <c>");
  });

  it("speaks English where it has no other words", () => {
    expect(words("hy")("signed", { n: 1 })).toBe("1 person signed");
    expect(words("constructor")("signed", { n: 1 })).toBe("1 person signed");
  });

  it("never shows a sentence with a hole", () => {
    expect(() => words("en")("signed")).toThrow();
  });

  it("fault 28: does not run a value as a message", () => {
    expect(words("en")("hello", { name: "{{constructor}} {n} ${x}" })).toBe("Dear {{constructor}} {n} ${x},");
  });
});
