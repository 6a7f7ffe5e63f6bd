import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serverPid, startInstallation } from "../support/installation.ts";
import type { Installation } from "../support/installation.ts";
import { until } from "./bare-database.ts";

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation({ ABUSE_LIMITS: "off" });
});
afterAll(() => installation.stop());

const person = { givenName: "Sentinella", familyName: "Wachter", country: "US", postalCode: "91205" };
async function sign(email: string): Promise<{ status: number; text: string }> {
  const body = new URLSearchParams({ ...person, email });
  const answer = await fetch(`${installation.url}/c/detained/sign`, { method: "POST", body, redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
}

async function inDatabase<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<T>(text).finally(() => client.end());
  return rows;
}

const written = `select (select count(*) from "Signature") as signatures, (select count(*) from "Delivery") as mails,
  (select count(*) from "Token") as tokens, (select count(*) from "Consent") as consents`;

it("fault 55: what finds no room on the disk is refused with the form kept, and nothing of it is written", async () => {
  expect(await sign("before@example.org")).toMatchObject({ status: 303 });
  const before = await inDatabase(written);
  // As PostgreSQL says it of a table that it cannot make longer; the mail is the last thing that signing writes.
  await inDatabase(`
    create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
    create trigger full_disk before insert on "Delivery" for each row execute function full_disk()`);
  const refused = await sign("full@example.org");
  expect(refused).toMatchObject({ status: 503, text: expect.stringContaining("full@example.org") });
  expect(refused.text).toContain("Nothing was signed");
  expect(await inDatabase(written)).toEqual(before);
  expect(installation.output()).not.toContain('"event":"fault"');

  await inDatabase(`drop function full_disk cascade`);
  expect(await sign("full@example.org")).toMatchObject({ status: 303 });
});

it("a database that ended by itself, as it does without room for its log, is started again under web and worker", async () => {
  process.kill(serverPid(installation.dataDir), "SIGKILL");
  for (let n = 0, isBack = false; !isBack; n += 1) {
    const { status, text } = await sign(`while${n}@example.org`);
    if (status !== 303)
      expect({ status, text }).toMatchObject({ status: 503, text: expect.stringContaining("Wachter") });
    isBack = status === 303 && installation.output().includes("The database serves again.");
  }
  await until(async () => (await fetch(`${installation.url}/readyz`)).ok);
});
