import { beforeAll, describe, expect, it } from "vitest";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import { representativesAnswer } from "#app/features/directory/representatives-answer.ts";
import { representativesOf } from "#app/features/directory/representatives-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { action, loader } from "./api.v1.representatives.ts";

const us = "ocd-division/country:us";
// The suite's day (else it rots when the congress of the facts ends).
process.env.CLOCK_OFFSET ??= clockOffset();
const by: By = { actor: "visitor", now: now() };

beforeAll(() => loadDirectory(by));

describe("/api/v1/representatives", () => {
  const url = "http://localhost/api/v1/representatives";
  const args = (request: Request) => ({ request, params: {}, context: { network: "127.0.0.1" } }) as never;

  it("answers in the contract's shape", async () => {
    const response = await loader(args(new Request(`${url}?country=US&postalCode=91205`)));
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(body).toEqual(representativesAnswer(await representativesOf(by, { country: "US", postalCode: "91205" })));
    expect(Object.keys(body)).toEqual(["status", "stale", "divisions", "officials", "vacancies", "asOf"]);
    expect(body.officials[0]).toEqual({
      id: "F000483",
      name: "Laura Friedman",
      office: "Representative, California, 30th district",
      chamber: "house",
      party: "Democrat",
      division: `${us}/state:ca/cd:30`,
      channels: ["phone", "post"],
    });
  });

  it("lists a form only where it is known what it asks for", async () => {
    const firstIn = async (code: string) => {
      const body = await (await loader(args(new Request(`${url}?postalCode=${code}`)))).json();
      return body.officials[0];
    };
    expect(await firstIn("10001")).toMatchObject({ id: "N000002", channels: ["web-form", "phone", "post"] });
    expect(await firstIn("32114")).toMatchObject({ id: "F000484", channels: ["phone", "post"] });
  });

  it("takes a street address in a body, and answers by its postal code", async () => {
    const body = JSON.stringify({
      country: "US",
      postalCode: "02139",
      streetAddress: "1 Sample Street",
      locality: "Cambridge",
      region: "MA",
    });
    const response = await action(args(new Request(url, { method: "POST", body })));
    expect(await response.json()).toMatchObject({ status: "ambiguous" });
  });

  it.each(["?country=US&postalCode=abc", "?country=US", "?country=United%20States&postalCode=91205", ""])(
    "refuses %j with 422",
    async (query) => {
      const response = await loader(args(new Request(url + query)));
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        status: "invalid_format",
        divisions: [],
        officials: [],
        vacancies: [],
      });
    },
  );

  it.each(["", "not json", "[]", '{"postalCode":91205}'])("refuses the body %j with 422", async (body) => {
    expect((await action(args(new Request(url, { method: "POST", body })))).status).toBe(422);
  });

  it("takes no other method", async () => {
    expect((await action(args(new Request(url, { method: "DELETE" })))).status).toBe(405);
  });
});
