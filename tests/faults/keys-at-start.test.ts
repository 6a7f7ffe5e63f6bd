import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { run } from "../support/installation.ts";
import { startBareDatabase } from "./bare-database.ts";

const secret = () => randomBytes(32).toString("base64url");

it("fault 52: a start without a key that rows were made with is refused by the key's name; a rotated ring starts", async () => {
  const database = await startBareDatabase();
  const [old, fresh, LOOKUP_KEY] = [secret(), secret(), secret()];
  const prepare = async (PII_KEYS: string, lookupKey = LOOKUP_KEY) => {
    const prepared = run("server/prepare.ts", { ...database.env, PII_KEYS, LOOKUP_KEY: lookupKey });
    return { code: await prepared.ended, said: prepared.output() };
  };

  expect(await prepare(`k1:${old}`)).toEqual({ code: 0, said: "" });
  expect(await prepare(`k2:${fresh}`, secret())).toEqual({
    code: 1,
    said:
      "LOOKUP_KEY is not the one that this database was made with\n" +
      "PII_KEYS lacks the key k1, under which rows are sealed\n",
  });
  expect(await prepare(`k1:${fresh}`)).toEqual({
    code: 1,
    said: "PII_KEYS has another key named k1, under which rows are sealed\n",
  });
  expect(await prepare(`k2:${fresh},k1:${old}`)).toEqual({ code: 0, said: "" });
  await database.stop();
});
