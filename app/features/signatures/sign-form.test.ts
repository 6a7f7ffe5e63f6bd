import { domainToASCII } from "node:url";
import { describe, expect, test } from "vitest";
import { canonicalEmail, parseEmail } from "#app/lib/email-address.ts";
import { signFaultCodes, signSchema } from "./sign-form.ts";

const typed = {
  givenName: "Sample",
  familyName: "Supporter",
  email: "sample.supporter@example.org",
  country: "US",
  postalCode: "91205",
  streetAddress: "100 Sample Street",
  locality: "Glendale",
  region: "CA",
  display: "none",
  updates: "",
  locale: "en",
  leaveEmpty: "",
};

function faultsOf(given: Record<string, string>): Record<string, string> {
  const { error } = signSchema.safeParse({ ...typed, ...given });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

describe("the form", () => {
  test("is taken as typed", () => {
    expect(signSchema.parse(typed)).toEqual({ ...typed, updates: false });
  });

  test("tells every fault at once, as codes", () => {
    const faults = faultsOf({ givenName: " ", email: "sample.supporter@example", postalCode: "9120", region: "XX" });
    expect(faults).toEqual({
      givenName: "name-empty",
      email: "email-form",
      postalCode: "zip-form",
      region: "region-unknown",
    });
    for (const code of Object.values(faults)) expect(signFaultCodes).toContain(code);
  });

  test.each([
    [{ email: "" }, { email: "email-empty" }],
    [{ postalCode: "" }, { postalCode: "zip-empty" }],
    [{ country: "XX" }, { country: "country-unknown" }],
    [{ country: "constructor" }, { country: "country-unknown" }],
    [{ region: "constructor" }, { region: "region-unknown" }],
    [{ display: "all" }, { display: "display-unknown" }],
    [{ familyName: "x".repeat(101) }, { familyName: "name-long" }],
    [{ locality: "x".repeat(201) }, { locality: "address-long" }],
    [{ country: "AM", postalCode: "x".repeat(17) }, { postalCode: "postal-code-long" }],
  ])("%j", (given, faults) => {
    expect(faultsOf(given)).toEqual(faults);
  });

  test("asks nothing of a place abroad, nor for a second name", () => {
    const abroad = { country: "AM", postalCode: "", region: "", locality: "", streetAddress: "", familyName: "" };
    expect(faultsOf({ ...abroad, givenName: "Անի" })).toEqual({});
  });

  test.each(["PR", "GU", "VI", "AS", "MP"])(
    "takes %s, a country of the ISO list, as a region of the United States",
    (code) => {
      const value = signSchema.parse({ ...typed, country: code, postalCode: "00901", region: "" });
      expect(value).toMatchObject({ country: "US", region: code, postalCode: "00901" });
      expect(signSchema.parse({ ...typed, country: code, region: "CA" }).region).toBe(code);
      expect(faultsOf({ country: code, postalCode: "" })).toEqual({ postalCode: "zip-empty" });
    },
  );

  test("takes no field that it does not know (fault 39) and no second line in a name (fault 29)", () => {
    const value = signSchema.parse({ ...typed, role: "admin", givenName: "Sample\r\nBcc: x" });
    expect(value).not.toHaveProperty("role");
    expect(value.givenName).toBe("Sample Bcc: x");
  });

  test.each(["91205", "91205-1234", " 91205 "])("takes the ZIP code %j", (postalCode) => {
    expect(faultsOf({ postalCode })).toEqual({});
  });
});

describe("an e-mail address", () => {
  test.each(["bücher.de", "օրինակ.հայ", "EXAMPLE.org", "exam\u00adple.org"])("at %s has an ASCII domain", (domain) => {
    expect(parseEmail(`ann@${domain}`)).toEqual({ ok: true, email: `ann@${domainToASCII(domain)}` });
  });

  test.each(["ann", "@example.org", "ann@", "ann@example", "ann@127.0.0.1", "a b@example.org", "ann@example.org/x"])(
    "%s is none",
    (address) => {
      expect(parseEmail(address)).toEqual({ ok: false, code: "email-form" });
    },
  );

  const one = (typed: string) => {
    const parsed = parseEmail(typed);
    return parsed.ok ? canonicalEmail(parsed.email) : parsed.code;
  };

  test.each([
    ["cased", "Ann@Example.org", " ann@example.ORG "],
    ["an IDN in letters and in Punycode", "ann@ä.example", "ann@xn--4ca.example"],
    ["an IDN composed and decomposed", "ann@ä.example", "ann@a\u0308.example"],
    ["an IDN cased", "ann@Ä.EXAMPLE", "ann@ä.example"],
    ["an Armenian domain", "ann@օրինակ.հայ", "ann@xn--y9atn0a2c3a.xn--y9a3aq"],
    ["an emoji domain", "ann@💌.ws", "ann@xn--rr8h.ws"],
    ["wide letters", "ａｎｎ@example.org", "ann@example.org"],
    ["a wide dot", "ann@example。org", "ann@example.org"],
    ["with what nobody sees", "\uFEFFann\u200B@exam\u00ADple.org", "ann@example.org"],
    ["with the root's dot", "ann@example.org.", "ann@example.org"],
  ])("fault 37: one person, %s", (_what, typed, other) => {
    expect(one(typed)).toBe(one(other));
    expect(one(typed)).toContain("@");
  });

  test.each([
    ["անի@example.org", "email-letters"],
    ["😀@example.org", "email-letters"],
    ["o’brien@example.org", "email-letters"],
    ["ann@xn--a.example", "email-form"],
    ["ann@exa_mple.org", "email-form"],
    ["\u200B", "email-empty"],
  ])("fault 37: %s is told what cannot be mailed", (typed, code) => {
    expect(parseEmail(typed)).toEqual({ ok: false, code });
  });

  test("o'brien@ is a mailbox like any other", () => {
    expect(one("o'brien@example.org")).toBe("o'brien@example.org");
  });
});

describe("a name", () => {
  test.each(["O’Brien", "Անի", "عبد الله", "Ann 🕊️", "X"])("fault 36: %s is taken as it is, alone too", (givenName) => {
    expect(signSchema.parse({ ...typed, givenName, familyName: "" })).toMatchObject({ givenName, familyName: "" });
  });

  test("fault 36: what is not seen is no name, and turns nothing around", () => {
    expect(faultsOf({ givenName: "\u202E\u200B" })).toEqual({ givenName: "name-empty" });
    expect(signSchema.parse({ ...typed, givenName: "\u202EAnn", familyName: "\u200B" })).toMatchObject({
      givenName: "Ann",
      familyName: "",
    });
  });
});
