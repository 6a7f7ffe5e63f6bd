import { keyOf } from "#app/features/directory/official.ts";
import type { OfficeKind } from "#app/features/directory/official.ts";
import type { FixedOffices, Manifest, PackedMember, PackedMembers, PackedPrefixes } from "./packed.ts";
import type { PostalAreas } from "./postal-runs.ts";
import {
  districtName,
  houseDivisionId,
  houseSeatName,
  placeDivisionId,
  placeOf,
  senateClassesOf,
  usPlaces,
} from "#app/features/directory/us-places.ts";

/** The packed facts, read and checked. */
export interface PackedFacts {
  manifest: Manifest;
  members: PackedMembers;
  areas: PostalAreas;
  prefixes: PackedPrefixes["prefixes"];
  fixed: FixedOffices;
}

const country = "ocd-division/country:us";
const capital = "America/New_York";

/** The rows of the directory's tables, column by column as the database names them. */
export function directoryRows(facts: PackedFacts) {
  const districts = districtsOf(facts.areas);
  const officials = facts.members.members.map(officialRow);
  return {
    map: mapRow(facts.manifest),
    divisions: divisionRows(districts),
    areas: [...facts.areas].flatMap(([code, touched]) =>
      touched.map(({ state, district, isPrimary }) => ({
        code,
        divisionId: houseDivisionId(state, district),
        isPrimary,
      })),
    ),
    prefixes: Object.entries(facts.prefixes).map(([prefix, value]) => ({
      prefix,
      state: value.slice(0, 2),
      kind: value.slice(3),
    })),
    offices: [...houseSeats(districts), ...senateSeats(), ...fixedOffices(facts.fixed)],
    officials,
    terms: facts.members.members.map((member) => ({
      officialId: officialId(member),
      officeId: seatId(member),
      start: member.start,
      end: member.end,
      party: member.party ?? null,
      how: member.how ?? "election",
    })),
    contacts: [
      ...facts.members.members.flatMap((member) => memberContacts(member, facts.members.needs, facts.manifest)),
      ...facts.fixed.offices.flatMap((office) =>
        office.contacts.map((contact) =>
          contactRow({ officeId: office.id, ...contact, source: "by hand", asOf: facts.fixed.asOf }),
        ),
      ),
    ],
  };
}

interface District {
  state: string;
  district: number;
}

/** Every district that some postal code touches: vacant ones too, of which the list of members knows nothing. */
function districtsOf(areas: PostalAreas): District[] {
  const found = new Map<string, District>();
  for (const touched of areas.values()) {
    for (const { state, district } of touched) found.set(houseDivisionId(state, district), { state, district });
  }
  return [...found.values()];
}

function mapRow({ map }: Manifest) {
  return { ...map };
}

function divisionRows(districts: District[]) {
  return [
    { id: country, kind: "country", parentId: null, name: "United States" },
    ...usPlaces.map(({ code, name, kind }) => ({ id: placeDivisionId(code), kind, parentId: country, name })),
    ...districts
      .filter(({ district }) => district > 0)
      .map(({ state, district }) => ({
        id: houseDivisionId(state, district),
        kind: "congressional-district",
        parentId: placeDivisionId(state),
        name: districtName(state, district),
      })),
  ];
}

function houseSeatId({ state, district }: District): string {
  return `us/house/${state.toLowerCase()}/${district === 0 ? "at-large" : `cd:${district}`}/seat`;
}

function senateSeatId(state: string, seatClass: number): string {
  return `us/senate/${state.toLowerCase()}/class:${seatClass}/seat`;
}

function seatId(member: PackedMember): string {
  if (member.class) return senateSeatId(member.state, member.class);
  return houseSeatId({ state: member.state, district: member.district ?? 0 });
}

function houseSeats(districts: District[]) {
  return districts.map((seat) => {
    const votes = placeOf(seat.state).kind === "state";
    return {
      id: houseSeatId(seat),
      kind: (votes ? "house-seat" : "house-delegate-seat") satisfies OfficeKind,
      name: houseSeatName(seat.state, seat.district),
      bodyName: "US House of Representatives",
      divisionId: houseDivisionId(seat.state, seat.district),
      chamber: "house",
      // House Rule III: a delegate introduces and cosponsors as any member, and has no vote on the floor.
      hasFloorVote: votes,
      canCosponsor: true,
      disclosure: "letter",
      timeZone: capital,
      salutation: null,
    };
  });
}

function senateSeats() {
  return usPlaces
    .filter(({ kind }) => kind === "state")
    .flatMap(({ code, name }) =>
      senateClassesOf(code).map((seatClass) => ({
        id: senateSeatId(code, seatClass),
        kind: "senate-seat" satisfies OfficeKind,
        name: `Senator for ${name}`,
        bodyName: "US Senate",
        divisionId: placeDivisionId(code),
        chamber: "senate",
        hasFloorVote: true,
        canCosponsor: true,
        disclosure: "letter",
        timeZone: capital,
        salutation: null,
      })),
    );
}

function fixedOffices({ offices }: FixedOffices) {
  return offices.map(({ contacts: _, ...office }) => ({
    ...office,
    divisionId: null,
    chamber: null,
    hasFloorVote: false,
    canCosponsor: false,
  }));
}

function officialId(member: PackedMember): string {
  return `bioguide:${member.bioguide}`;
}

function officialRow(member: PackedMember) {
  const { given, family, display } = member;
  return { id: officialId(member), given, family, display, sortName: `${family}, ${given}` };
}

function memberContacts(member: PackedMember, needs: string[][], { asOf, source }: Manifest) {
  const official = { officialId: officialId(member), source };
  const { form, site, phone, post } = member;
  const rows = [];
  if (form) {
    const asked = form.needs === undefined ? null : (needs[form.needs] ?? null);
    const details = { needs: asked, captcha: form.captcha ?? null, asOf: form.asOf };
    rows.push(contactRow({ ...official, channel: "web-form", value: form.url, label: "Contact form", ...details }));
  }
  if (site) rows.push(contactRow({ ...official, channel: "site", value: site, label: "Official site", asOf }));
  if (phone) rows.push(contactRow({ ...official, channel: "phone", value: phone, label: "Washington office", asOf }));
  if (post) rows.push(contactRow({ ...official, channel: "post", value: post, label: "Washington office", asOf }));
  return rows;
}

function contactRow(contact: {
  officeId?: string;
  officialId?: string;
  channel: string;
  value: string;
  label: string;
  needs?: string[] | null;
  captcha?: boolean | null;
  source: string;
  asOf: string;
}) {
  const owner = contact.officialId ? keyOf(contact.officialId) : contact.officeId;
  return {
    // Says the same of the same contact at every import, so that what was learned of it (deadAt) outlives a new one.
    id: `${owner} ${contact.channel} ${contact.value}`,
    officeId: contact.officeId ?? null,
    officialId: contact.officialId ?? null,
    channel: contact.channel,
    value: contact.value,
    label: contact.label,
    needs: contact.needs ?? null,
    captcha: contact.captcha ?? null,
    source: contact.source,
    asOf: contact.asOf,
  };
}
