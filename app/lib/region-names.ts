import { languageOf } from "./words.ts";

/**
 * US states, the federal district, territories with a member of Congress and the armed forces' "states" of a postal
 * address, by postal code (USPS Publication 28).
 */
export const usRegions: Record<string, string> = {
  AL: "Alabama",
  AK: "Alaska",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
  AS: "American Samoa",
  GU: "Guam",
  MP: "Northern Mariana Islands",
  PR: "Puerto Rico",
  VI: "US Virgin Islands",
  AA: "Armed Forces Americas",
  AE: "Armed Forces Europe",
  AP: "Armed Forces Pacific",
};

const codes =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/** ISO 3166-1 alpha-2 codes of countries and territories. */
export const countryCodes: string[] = codes.split(" ");

/** A country's name in the reader's language (Unicode CLDR, by Intl). */
export function countryName(locale: string, code: string): string {
  return new Intl.DisplayNames(languageOf(locale), { type: "region" }).of(code) ?? code;
}

/** Where the label that a list shows is no name: "Hong Kong SAR China", "Congo - Brazzaville", "St. Lucia". */
const englishNames: Record<string, string> = {
  AG: "Antigua and Barbuda",
  BA: "Bosnia and Herzegovina",
  BL: "Saint Barthélemy",
  CC: "Cocos Islands",
  CD: "Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  GS: "South Georgia and the South Sandwich Islands",
  HK: "Hong Kong",
  HM: "Heard Island and McDonald Islands",
  KN: "Saint Kitts and Nevis",
  LC: "Saint Lucia",
  MF: "Saint Martin",
  MM: "Myanmar",
  MO: "Macao",
  PM: "Saint Pierre and Miquelon",
  SH: "Saint Helena",
  SJ: "Svalbard and Jan Mayen",
  ST: "São Tomé and Príncipe",
  TC: "Turks and Caicos Islands",
  TT: "Trinidad and Tobago",
  UM: "United States Minor Outlying Islands",
  VC: "Saint Vincent and the Grenadines",
  VI: "US Virgin Islands",
  WF: "Wallis and Futuna",
};
const withArticle =
  "AE AX BQ BS CC CD CF CG CK DO FK FO GB GM IM IO KM KY MH MP MV NL PH PN PS SB SC TC TF UM US VG VI".split(" ");

/** A country's name as the last line of an address has it: "Netherlands", "Hong Kong". */
export function countryInAddress(locale: string, code: string): string {
  return (isEnglish(locale) && englishNames[code]) || countryName(locale, code);
}

/** A country's name inside a sentence: "the Netherlands", "the Republic of the Congo". */
export function countryInSentence(locale: string, code: string): string {
  const name = countryInAddress(locale, code);
  if (!isEnglish(locale)) return name;
  // A reader in the United States takes it for the state.
  if (code === "GE") return `the country of ${name}`;
  return withArticle.includes(code) ? `the ${name}` : name;
}

function isEnglish(locale: string): boolean {
  return /^en\b/.test(locale);
}

/** Every country, sorted by its name in the reader's language. */
export function countries(locale: string): { code: string; name: string }[] {
  return countryCodes
    .map((code) => ({ code, name: countryName(locale, code) }))
    .sort((a, b) => a.name.localeCompare(b.name, languageOf(locale)));
}

/** A state's name by its postal code, or the code itself where it is none. */
export function stateName(code: string): string {
  return usRegions[code] ?? code;
}

/** A state's name inside a sentence: "the District of Columbia". */
export function stateInSentence(code: string): string {
  return ["DC", "MP", "VI"].includes(code) ? `the ${stateName(code)}` : stateName(code);
}

/** A state's name behind a town's, as in an address: "California", but "DC" and "AE". */
export function stateAfterTown(code: string): string {
  return code === "DC" || isMilitary(code) ? code : stateName(code);
}

/** Whether a "state" of a postal address is the armed forces' post, which says nothing of where its people are. */
export function isMilitary(code: string): boolean {
  return ["AA", "AE", "AP"].includes(code);
}
