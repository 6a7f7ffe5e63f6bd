import { describe, expect, it } from "vitest";
import {
  countries,
  countryCodes,
  countryInAddress,
  countryInSentence,
  countryName,
  stateInSentence,
  usRegions,
} from "./region-names.ts";

describe("regions", () => {
  it("are those of a US postal address: states, the district, territories, armed forces", () => {
    expect(Object.keys(usRegions)).toHaveLength(50 + 1 + 5 + 3);
    expect(usRegions.AE).toBe("Armed Forces Europe");
  });

  it("know every country by name, once", () => {
    expect(new Set(countryCodes).size).toBe(249);
    for (const code of countryCodes) expect(countryName("en", code)).not.toBe(code);
    expect(countryName("en", "AM")).toBe("Armenia");
  });

  it("list countries by the alphabet of the page's language", () => {
    const names = countries("en").map(({ name }) => name);
    expect(names.indexOf("Åland Islands")).toBeLessThan(names.indexOf("Albania"));
  });

  it.each([
    ["NL", "the Netherlands"],
    ["GB", "the United Kingdom"],
    ["US", "the United States"],
    ["IM", "the Isle of Man"],
    ["CG", "the Republic of the Congo"],
    ["CD", "the Democratic Republic of the Congo"],
    ["HK", "Hong Kong"],
    ["MO", "Macao"],
    ["MM", "Myanmar"],
    ["BA", "Bosnia and Herzegovina"],
    ["VC", "Saint Vincent and the Grenadines"],
    ["FK", "the Falkland Islands"],
    ["AM", "Armenia"],
    // Not the state.
    ["GE", "the country of Georgia"],
    ["CI", "Côte d’Ivoire"],
  ])("%s stands in a sentence as %s", (code, name) => {
    expect(countryInSentence("en", code)).toBe(name);
  });

  it("are names in a sentence and in an address, not a list's labels", () => {
    for (const code of countryCodes) {
      const [inSentence, inAddress] = [countryInSentence("en", code), countryInAddress("en", code)];
      expect(inSentence).not.toMatch(/&|\(| - |SAR|\bSt\.|^The|U\.S\./);
      expect(inAddress).not.toMatch(/&|\(| - |SAR|^the |\bSt\.|U\.S\./);
      expect(inSentence.endsWith(inAddress), code).toBe(true);
    }
    const bare = countryCodes.map((code) => countryInSentence("en", code)).filter((name) => !name.startsWith("the "));
    expect(bare.filter((name) => /Islands|Republic|Territor|Kingdom|States/.test(name))).toEqual([
      "South Georgia and the South Sandwich Islands",
      "Heard Island and McDonald Islands",
    ]);
    expect(countryInAddress("en", "HK")).toBe("Hong Kong");
    expect(countryInAddress("en", "NL")).toBe("Netherlands");
    expect(countryInAddress("en", "GE")).toBe("Georgia");
    expect(countryInSentence("fr", "NL")).toBe("Pays-Bas");
  });

  it.each([
    ["DC", "the District of Columbia"],
    ["MP", "the Northern Mariana Islands"],
    ["VI", "the US Virgin Islands"],
    ["CA", "California"],
  ])("%s, a US region, stands in a sentence as %s", (code, name) => {
    expect(stateInSentence(code)).toBe(name);
  });
});
