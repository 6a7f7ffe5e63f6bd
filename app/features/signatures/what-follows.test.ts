import { describe, expect, it } from "vitest";
import { whatFollows } from "./what-follows.ts";
import type { Concerned } from "./what-follows.ts";

const one: Concerned = { state: "confirmed", isClosed: false, sent: 0, unsent: 0, toHandOver: 0 };
const said = (...given: Parameters<typeof whatFollows>) =>
  Object.fromEntries(whatFollows(...given).map(({ term, texts }) => [term, texts.join(" ")]));

describe("what follows", () => {
  it("of withdrawing one: what counts, what goes, that one can sign again", () => {
    const follows = said("withdraw", [{ ...one, sent: 1, unsent: 2, toHandOver: 1 }], "en");
    expect(follows["The count"]).toMatch(/^Your signature counts no more/);
    expect(follows["Letters"]).toBe(
      "2 letters have not left. They do not go. 1 letter has left. It cannot be called back, and stays with its office. 1 letter that you have not handed over is asked of you no more.",
    );
    expect(follows["Signing again"]).toMatch(/^Possible/);
    expect(follows).not.toHaveProperty("Undoing it");
  });

  it("of withdrawing after the closing: that one cannot", () => {
    expect(said("withdraw", [{ ...one, isClosed: true }], "en")["Signing again"]).toMatch(/^Not possible/);
  });

  it("of deleting what was never confirmed: nothing stays", () => {
    const follows = said("delete", [{ ...one, state: "pending" }], "en");
    expect(follows["The count"]).toMatch(/never counted/);
    expect(follows["Name, address, texts"]).toMatch(/^Erased at once/);
    expect(follows).not.toHaveProperty("What stays");
    expect(follows).not.toHaveProperty("Letters");
  });

  it("of erasing: in open campaigns it counts no more, in closed ones it stays without a name", () => {
    const follows = said("erase", [one, { ...one, isClosed: true }, { ...one, state: "withdrawn" }], "en");
    expect(follows["The count"]).toMatch(
      /^Your signature counts no more.*Where the campaign has closed, one signature/,
    );
    expect(follows["Links"]).toMatch(/every link that we mailed/);
    expect(follows["What stays"]).toMatch(/^That somebody signed/);
    expect(follows["Undoing it"]).toBe("Nobody can.");
    expect(said("erase-one", [one], "en")["Links"]).toMatch(/about this signature/);
  });
});
