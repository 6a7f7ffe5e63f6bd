import { describe, expect, test } from "vitest";
import { addressBlock } from "./address-block.ts";
import { europarl, schiff, state, supporter } from "./internal/recipients.fixture.ts";

const nowhere = { streetAddress: "", locality: "", region: "", postalCode: "", stateDivisionId: null };
const block = (writer: Partial<typeof supporter>, recipient = state) =>
  addressBlock({ ...supporter, ...nowhere, ...writer }, recipient, "en").join(" / ");

describe("an address stands as its own country writes it", () => {
  test.each([
    ["US", "Glendale", "CA", "91205", "Glendale, California 91205"],
    ["US", "Washington", "DC", "20001", "Washington, DC 20001"],
    ["US", "San Juan", "PR", "00901", "San Juan, Puerto Rico 00901"],
    ["US", "APO", "AE", "09012", "APO, AE 09012"],
    ["US", "", "CA", "91205", "California 91205"],
    ["US", "", "DC", "20001", "District of Columbia 20001"],
    ["US", "", "", "91205", "91205"],
    ["US", "Glendale", "", "91205", "Glendale 91205"],
    ["DE", "Berlin", "", "10115", "10115 Berlin / Germany"],
    ["DE", "München", "Bayern", "80331", "80331 München, Bayern / Germany"],
    ["DE", "Berlin", "berlin", "10115", "10115 Berlin / Germany"],
    ["DE", "", "", "10115", "10115 / Germany"],
    ["DE", "", "Bayern", "80331", "80331 Bayern / Germany"],
    ["DE", "", "", "", "Germany"],
    ["AM", "Երևան", "", "0010", "0010 Երևան / Armenia"],
    ["GB", "London", "", "SW1A 1AA", "London SW1A 1AA / United Kingdom"],
    ["GB", "Leeds", "West Yorkshire", "LS1 1UR", "Leeds, West Yorkshire LS1 1UR / United Kingdom"],
    ["IE", "Dublin", "", "D02 X285", "Dublin D02 X285 / Ireland"],
    ["CA", "Toronto", "Ontario", "M5V 2T6", "Toronto, Ontario M5V 2T6 / Canada"],
    ["AU", "Sydney", "NSW", "2000", "Sydney, NSW 2000 / Australia"],
    ["NZ", "Wellington", "", "6011", "Wellington 6011 / New Zealand"],
    ["IN", "Delhi", "", "110001", "Delhi 110001 / India"],
    ["HK", "Hong Kong", "", "", "Hong Kong"],
    ["SG", "Singapore", "", "018956", "Singapore 018956 / Singapore"],
  ])("%s: %s, %s, %s", (country, locality, region, postalCode, lines) => {
    expect(block({ country, locality, region, postalCode })).toBe(lines);
  });

  test("with the country where the reader is in another", () => {
    const glendale = { country: "US", locality: "Glendale", region: "CA", postalCode: "91205" };
    expect(block({ ...glendale, streetAddress: "100 Sample Street" }, europarl)).toBe(
      "100 Sample Street / Glendale, California 91205 / United States",
    );
    expect(block(glendale, schiff)).toBe("Glendale, California 91205");
    expect(block({ country: "BE", locality: "Brussel", postalCode: "1000" }, europarl)).toBe("1000 Brussel / Belgium");
  });
});
