import { domainToASCII } from "node:url";
import { describe, expect, test } from "vitest";
import { canonicalEmail, parseEmail } from "./email-address.ts";
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

  test("is one however it is typed (fault 37), and says when its letters cannot be mailed", () => {
    const both = ["Ann@Example.org", " ann@example.ORG "].map((one) => parseEmail(one));
    expect(new Set(both.map((one) => (one.ok ? canonicalEmail(one.email) : null))).size).toBe(1);
    expect(parseEmail("անի@example.org")).toEqual({ ok: false, code: "email-letters" });
  });
});
