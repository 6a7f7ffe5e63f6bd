import type { OfficeKind, Recipient } from "#app/features/directory/official.ts";
import type { Writer } from "../compose-letter.ts";

type Kind = Partial<Recipient> & { kind: OfficeKind; key: string; name: string };

function recipient(given: Kind): Recipient {
  return {
    officeId: given.key,
    officialId: null,
    chamber: null,
    hasFloorVote: false,
    canCosponsor: false,
    disclosure: "letter",
    given: null,
    family: null,
    officeName: given.name,
    bodyName: "",
    divisionId: null,
    divisionName: null,
    stateCode: null,
    party: null,
    salutation: null,
    timeZone: "America/New_York",
    contacts: [],
    ...given,
  };
}

const ca = "ocd-division/country:us/state:ca";

/** The cast of this folder's tests. */
export const friedman = recipient({
  kind: "house-seat",
  key: "F000483",
  officeId: "us/house/ca/cd:30/seat",
  officialId: "bioguide:F000483",
  chamber: "house",
  hasFloorVote: true,
  canCosponsor: true,
  name: "Laura Friedman",
  given: "Laura",
  family: "Friedman",
  officeName: "Representative, California, 30th district",
  bodyName: "US House of Representatives",
  divisionId: `${ca}/cd:30`,
  divisionName: "California, 30th district",
  stateCode: "CA",
  contacts: [
    {
      channel: "site",
      value: "https://friedman.house.gov",
      label: "",
      needs: null,
      captcha: null,
      asOf: "2026-11-20",
    },
    { channel: "phone", value: "202-225-4176", label: "Washington", needs: null, captcha: null, asOf: "2026-11-20" },
  ],
});

export const schiff = recipient({
  kind: "senate-seat",
  key: "S001150",
  officeId: "us/senate/ca/1/seat",
  officialId: "bioguide:S001150",
  chamber: "senate",
  hasFloorVote: true,
  canCosponsor: true,
  name: "Adam B. Schiff",
  given: "Adam",
  family: "Schiff",
  officeName: "Senator for California",
  bodyName: "US Senate",
  divisionId: ca,
  divisionName: "California",
  stateCode: "CA",
  contacts: [
    {
      channel: "web-form",
      value: "https://www.schiff.senate.gov/contact",
      label: "form",
      needs: [
        "NAME_PREFIX",
        "NAME_FIRST",
        "NAME_LAST",
        "ADDRESS_STREET",
        "ADDRESS_ZIP5",
        "ADDRESS_ZIP4",
        "EMAIL",
        "TOPIC",
        "MESSAGE",
      ],
      captcha: true,
      asOf: "2025-12-05",
    },
  ],
});

export const norton = recipient({
  kind: "house-delegate-seat",
  key: "N000147",
  officeId: "us/house/dc/at-large/seat",
  chamber: "house",
  canCosponsor: true,
  name: "Eleanor Holmes Norton",
  given: "Eleanor",
  family: "Norton",
  officeName: "Delegate, District of Columbia",
  divisionId: "ocd-division/country:us/district:dc",
  divisionName: "District of Columbia",
  stateCode: "DC",
});

export const hernandez = recipient({
  kind: "house-delegate-seat",
  key: "H001103",
  officeId: "us/house/pr/at-large/seat",
  chamber: "house",
  canCosponsor: true,
  name: "Pablo José Hernández",
  given: "Pablo",
  family: "Hernández",
  officeName: "Resident Commissioner, Puerto Rico",
  divisionId: "ocd-division/country:us/territory:pr",
  stateCode: "PR",
});

export const state = recipient({
  kind: "executive",
  key: "us/exec/state",
  name: "The Secretary of State",
  salutation: "Secretary of State",
  officeName: "US Department of State",
  contacts: [
    { channel: "email", value: "secretary@state.example", label: "", needs: null, captcha: null, asOf: "2026-11-20" },
  ],
});

export const europarl = recipient({
  kind: "parliament",
  key: "eu/parliament",
  name: "The President of the European Parliament",
  salutation: "President of the European Parliament",
  officeName: "European Parliament",
});

export const embassy = recipient({
  kind: "foreign-government",
  key: "az/embassy",
  name: "An embassy",
  disclosure: "count-only",
});

export const supporter: Writer = {
  givenName: "Sample",
  familyName: "Supporter",
  email: "sample.supporter@example.org",
  country: "US",
  postalCode: "91205",
  streetAddress: "100 Sample Street",
  locality: "Glendale",
  region: "CA",
  houseDivisionId: `${ca}/cd:30`,
  stateDivisionId: ca,
};
