import { describe, expect, test } from "vitest";
import type { Recipient } from "#app/features/directory/official.ts";
import type { Variant } from "./audience.ts";
import { composeLetter } from "./compose-letter.ts";
import type { Writer } from "./compose-letter.ts";
import {
  embassy,
  europarl,
  friedman,
  hernandez,
  norton,
  schiff,
  state,
  supporter,
} from "./internal/recipients.fixture.ts";

const now = new Date("2026-11-24T12:00:00Z");
const body = "I write about the people who are held.\n\nThree families came to our street.";
const house: Variant & { id: string } = {
  id: "t",
  audience: "house",
  act: "introduce-house-measure",
  subject: "To {{ recipient.name }}",
  summary: "Introduce it again",
  text: "Please introduce it again.{% if writer.locality %} {{ writer.locality }} asks you.{% endif %}",
};

function compose(
  recipient: Recipient,
  writer: Partial<Writer> = {},
  over: Partial<typeof house> & { body?: string } = {},
) {
  return composeLetter({
    template: { ...house, ...over } as typeof house,
    body: over.body ?? body,
    writer: { ...supporter, ...writer },
    recipient,
    locale: "en",
    directoryAsOf: "2026-11-20",
    measureId: null,
    now,
  });
}

describe("a letter", () => {
  test("to one's own member: greeting, constituent, body, ask, name and address", () => {
    const letter = compose(friedman);
    expect(letter.text).toBe(`Dear Representative Friedman,

I live in Glendale and am one of your constituents. I write about the people who are held.

Three families came to our street.

Please introduce it again. Glendale asks you.

Sincerely,
Sample Supporter
100 Sample Street
Glendale, California 91205`);
    expect(letter).toMatchObject({
      subject: "To Laura Friedman",
      begins: "Dear Representative Friedman, I live in Glendale and am one of your constituents.",
      askShort: "Introduce it again",
      channel: "hand-over",
      factsAt: now,
    });
    expect(letter.facts).toEqual({
      measureId: null,
      recipientName: "Laura Friedman",
      officeId: "us/house/ca/cd:30/seat",
      officialId: "bioguide:F000483",
      audience: "house",
      act: "introduce-house-measure",
      divisionId: "ocd-division/country:us/state:ca/cd:30",
      directoryAsOf: "2026-11-20",
    });
  });

  test("to a delegate, the resident commissioner, a senator, an office", () => {
    const dc = {
      locality: "Washington",
      region: "DC",
      houseDivisionId: norton.divisionId,
      stateDivisionId: norton.divisionId,
    };
    expect(compose(norton, dc).begins).toBe(
      "Dear Delegate Norton, I live in Washington and am one of your constituents.",
    );
    const pr = {
      locality: "",
      region: "",
      houseDivisionId: hernandez.divisionId,
      stateDivisionId: hernandez.divisionId,
    };
    expect(compose(hernandez, pr).begins).toBe(
      "Dear Resident Commissioner Hernández, I live in Puerto Rico and am one of your constituents.",
    );
    expect(compose(schiff).begins).toBe(
      "Dear Senator Schiff, I live in Glendale, California, and you are one of my senators.",
    );
    expect(compose(state)).toMatchObject({
      begins: "Dear Secretary of State, I live in Glendale, California.",
      channel: "email",
    });
  });

  test("says what the writer is to the reader only where it is true", () => {
    expect(compose(friedman, { houseDivisionId: null }).opening).toBe("I live in Glendale, California.");
    expect(compose(friedman, { houseDivisionId: "ocd-division/country:us/state:ca/cd:34" }).opening).toBe(
      "I live in Glendale, California.",
    );
    expect(compose(schiff, { stateDivisionId: "ocd-division/country:us/state:nv" }).opening).not.toContain(
      "my senators",
    );
    // An address in another state than its postal code: nobody knows which is right.
    expect(compose(schiff, { region: "NV" }).opening).toBe("I live in Glendale, Nevada.");
    expect(compose(state).text).not.toContain("constituent");
  });

  test("from an unknown town: the state of the postal code", () => {
    const writer = { locality: "", region: "", streetAddress: "" };
    expect(compose(state, writer).opening).toBe("I live in California.");
    expect(compose(friedman, writer).opening).toBe("I live in California and am one of your constituents.");
    expect(compose(state, writer).text).toMatch(/Sincerely,\nSample Supporter\nCalifornia 91205$/);
    expect(compose(state, { ...writer, stateDivisionId: null }).opening).toBe("I write from the United States.");
  });

  test("from abroad: the country, never a relation to an office", () => {
    const abroad = {
      country: "AM",
      postalCode: "0010",
      locality: "Երևան",
      region: "",
      streetAddress: "",
      houseDivisionId: null,
      stateDivisionId: null,
    };
    const letter = compose(state, abroad);
    expect(letter.opening).toBe("I write from Armenia.");
    expect(letter.text).toMatch(/Sincerely,\nSample Supporter\n0010 Երևան\nArmenia$/);
    expect(compose(state, { ...abroad, country: "NL" }).opening).toBe("I write from the Netherlands.");
    expect(compose(schiff, { country: "AM" }).opening).toBe("I write from Armenia.");
  });

  test("to a reader in another country: says in which one the writer lives, in the opening and under the name", () => {
    expect(compose(europarl).opening).toBe("I live in Glendale, California, in the United States.");
    expect(compose(europarl).text).toMatch(/\nGlendale, California 91205\nUnited States$/);
    expect(compose(europarl, { locality: "" }).opening).toBe("I live in California, in the United States.");
    expect(compose(europarl, { locality: "San Juan", region: "PR" }).opening).toBe(
      "I live in San Juan, Puerto Rico, a territory of the United States.",
    );
    expect(compose(europarl, { country: "DE" }).opening).toBe("I write from Germany.");
    expect(compose(europarl, { locality: "", region: "", stateDivisionId: null }).opening).toBe(
      "I write from the United States.",
    );
  });

  test("names a place as a sentence does", () => {
    const dc = { locality: "", region: "DC", houseDivisionId: norton.divisionId, stateDivisionId: norton.divisionId };
    expect(compose(norton, dc).opening).toBe("I live in the District of Columbia and am one of your constituents.");
    expect(compose(state, dc).opening).toBe("I live in the District of Columbia.");
    expect(compose(state, { ...dc, locality: "Washington" }).opening).toBe("I live in Washington, DC.");
    expect(compose(state, { region: "AE", locality: "APO", stateDivisionId: null }).opening).toBe(
      "I write from a US military address.",
    );
    expect(compose(state, { country: "IM" }).opening).toBe("I write from the Isle of Man.");
    const text = "{{ recipient.state }}, {{ writer.country }}";
    expect(compose(norton, dc, { text }).text).toContain("the District of Columbia, the United States");
  });

  test("fault 36: names as typed, a single one too", () => {
    expect(compose(state, { givenName: "Sukarno", familyName: "" }).text).toContain("Sincerely,\nSukarno\n");
    expect(compose(state, { familyName: "O’Brien" }).text).toContain("Sample O’Brien");
    expect(compose(state, { givenName: "مريم", familyName: "حداد" }).text).toContain("مريم حداد");
    expect(compose({ ...friedman, family: null, name: "Cher" }).begins).toMatch(/^Dear Representative Cher,/);
  });

  test("fault 28: template code in a name, a town or the body stays literal", () => {
    const text = "{% if writer.locality %}{{ recipient.name }}{% endif %} ${1}";
    const letter = compose(
      state,
      { givenName: "{{constructor}}", locality: "{{ writer.name }}" },
      { body: text, text: "{{ writer.name }} from {{ writer.locality }} asks." },
    );
    expect(letter.text).toContain("{{constructor}} Supporter from {{ writer.name }} asks.");
    expect(letter.text).toContain(text);
    expect(letter.text).toContain("Sincerely,\n{{constructor}} Supporter");
  });

  test("fault 29: a subject is one line", () => {
    const letter = compose(state, { givenName: "A\r\nBcc: x@example.org" }, { subject: "From {{ writer.name }}" });
    expect(letter.subject).toBe("From A Bcc: x@example.org Supporter");
  });

  test("fault 60: none to a foreign government", () => {
    expect(() => compose(embassy)).toThrow(TypeError);
  });

  test("keeps line breaks inside a paragraph and drops empty ones", () => {
    const { text } = compose(state, {}, { body: "\n\nOne\r\ntwo\n \n\n\nThree\n" });
    expect(text).toContain("I live in Glendale, California. One\ntwo\n\nThree\n\nPlease");
  });
});
