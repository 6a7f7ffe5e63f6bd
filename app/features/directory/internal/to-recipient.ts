import { keyOf } from "#app/features/directory/official.ts";
import type { Contact, Recipient } from "#app/features/directory/official.ts";
import { stateCodeOf } from "#app/features/directory/us-places.ts";
import type { OfficeRow, TermRow } from "./read-statements.ts";

/** An office and its holder as somebody to write to. An office without a named holder is its own addressee. */
export function toRecipient(office: OfficeRow, term: TermRow | null, contacts: Contact[]): Recipient {
  const { divisionId, divisionName, bodyName, kind, chamber, hasFloorVote, canCosponsor, disclosure, timeZone } =
    office;
  return {
    key: term ? keyOf(term.officialId) : office.id,
    officeId: office.id,
    officialId: term?.officialId ?? null,
    kind,
    chamber,
    hasFloorVote,
    canCosponsor,
    disclosure,
    name: term?.display ?? office.name,
    given: term?.given ?? null,
    family: term?.family ?? null,
    officeName: term ? office.name : bodyName,
    bodyName,
    divisionId,
    // A state's only district is the state; said of its seat in the House, the name tells that it is one.
    divisionName: chamber === "house" ? office.name.replace(/^[^,]+, /, "") : divisionName,
    stateCode: stateCodeOf(divisionId),
    party: term?.party ?? null,
    salutation: office.salutation,
    timeZone,
    contacts,
  };
}
