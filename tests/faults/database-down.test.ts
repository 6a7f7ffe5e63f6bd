import { expect, it } from "vitest";
import { freePort, prepare, run } from "../support/installation.ts";
import { startBareDatabase } from "./bare-database.ts";

it("fault 15: with the database down, web lives, is not ready, and every page says 503 and when to come back", async () => {
  const database = await startBareDatabase();
  await prepare(database.env);
  const port = await freePort();
  const web = run("server/web.ts", { ...database.env, PORT: String(port) });
  await web.printed("web-ready");
  const site = `http://127.0.0.1:${port}`;
  const unknown = await fetch(`${site}/c/nothing/start`, { method: "POST", body: new URLSearchParams() });
  expect({ status: unknown.status, text: await unknown.text() }).toMatchObject({
    status: 404,
    text: expect.stringContaining("<h1") as string,
  });
  await database.stop();

  const get = async (path: string) => {
    const answer = await fetch(`${site}${path}`);
    return { status: answer.status, retryAfter: answer.headers.get("retry-after"), text: await answer.text() };
  };
  expect(await get("/healthz")).toMatchObject({ status: 200 });
  expect(await get("/readyz")).toMatchObject({ status: 503, text: "database\n" });
  const page = await get("/mailbox");
  expect(page).toMatchObject({ status: 503, retryAfter: "5" });
  expect(page.text).toContain("<h1");
  expect(await get("/mailbox.json")).toMatchObject({ status: 503, retryAfter: "5" });
  for (const verb of ["not-me", "new-link", "write", "hand-over"]) {
    const answer = await fetch(`${site}/confirm/${"t".repeat(43)}/${verb}`, { method: "POST", redirect: "manual" });
    expect({ verb, status: answer.status }).toEqual({ verb, status: 503 });
    expect(await answer.text()).toContain("<h1");
  }
  // Nobody had opened this campaign since the process started.
  const form = { givenName: "Mariam", email: "mariam@example.org", country: "US", postalCode: "91205" };
  const signing = await fetch(`${site}/c/detained/sign`, { method: "POST", body: new URLSearchParams(form) });
  expect(signing.status).toBe(503);
  const shown = await signing.text();
  for (const value of Object.values(form)) expect(shown).toContain(`value="${value}"`);
  expect(web.output()).not.toContain('"event":"fault"');

  web.child.kill("SIGTERM");
  expect(await web.ended).toBe(0);
});
