import { describe, expect, it } from "vitest";
import { countries, countryCodes, countryName, usRegions } from "./region-names.ts";

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
});
