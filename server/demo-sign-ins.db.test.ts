import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { disarmDemoAccounts } from "#app/features/accounts/demo-accounts.server.ts";
import { campaignIdsOf } from "#app/features/accounts/campaign-members.server.ts";
import { signIn, signedIn } from "#app/http/sign-in.server.ts";
import { run } from "../tests/support/installation.ts";
import { by, demoCampaign } from "../tests/support/routes.ts";
import { demoSignIns, keepDemoSignIns } from "./demo-sign-ins.ts";

const dataDir = mkdtempSync(join(tmpdir(), "redress-demo-"));
process.env.DATA_DIR = dataDir;
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const request = (cookie = "") => new Request("http://localhost/sign-in", { headers: { cookie } });
const signInWith = (line: string) => {
  const [email = "", password = ""] = line.split(/\s+/);
  return signIn({ request: request(), by: by() }, email, password);
};

it("the demonstration has an account of each role, its password in a file for its owner alone", async () => {
  await keepDemoSignIns(by());
  expect(demoSignIns(dataDir)).toEqual([]);
  const campaignId = await demoCampaign();
  await keepDemoSignIns(by());
  const lines = demoSignIns(dataDir);
  expect(lines.map((line) => line.split(" ")[0])).toEqual(
    ["admin", "organizer", "staff"].map((role) => `${role}@demo.example`),
  );
  expect(statSync(join(dataDir, "demo-sign-ins.json")).mode & 0o777).toBe(0o600);

  const { outcome, headers } = await signInWith(lines[1] ?? "");
  expect(outcome).toBe("signed-in");
  const cookie = headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const organizer = await signedIn(request(cookie));
  expect(await campaignIdsOf(by(), organizer?.account.id ?? "")).toContain(campaignId);
  await keepDemoSignIns(by());
  expect(demoSignIns(dataDir)).toEqual(lines);
  expect(await signedIn(request(cookie)), "whoever is signed in stays so").not.toBeNull();

  await disarmDemoAccounts(by());
  expect(await signedIn(request(cookie))).toBeNull();
  for (const line of lines) expect((await signInWith(line)).outcome).toBe("refused");
});

it("the operator invites the first admin at the terminal, and nobody by mistake", async () => {
  const { DATABASE_URL } = process.env;
  const given = { DATABASE_URL, DATA_DIR: dataDir, APP_URL: "https://redress.example" };
  for (const args of [
    [],
    ["first@example.org"],
    ["first@example.org", "--role", "owner"],
    ["first", "--role", "admin"],
  ]) {
    const wrong = run("server/invite.ts", given, args);
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toMatch(/^Say whom to invite, and as what: npm run account:invite/);
  }
  const invited = run("server/invite.ts", given, ["--role=admin", "First@example.org"]);
  expect(await invited.ended).toBe(0);
  expect(invited.output()).toMatch(
    /^This link makes First@example\.org admin\. It works once, until .* UTC:\nhttps:\/\/redress\.example\/invitation\/[\w-]{43}\n$/,
  );
});
