import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startInstallation } from "../support/installation.ts";

const person = {
  givenName: "Sentinella",
  familyName: "Wachter",
  email: "sentinella@wachter.example",
  country: "US",
  postalCode: "91205",
  streetAddress: "17 Lighthouse Steps",
  locality: "Glendale",
  region: "CA",
};
const sentence = "My neighbour of the lighthouse asks where they are.";

/** Files of a folder, also those below it. */
function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

it("fault 43: no name, address, sentence or link of a signer is in a log or readable in a file", async () => {
  const installation = await startInstallation({ LOG_LEVEL: "debug" });
  try {
    const at = (path: string, form?: [string, string][], cookie = "") =>
      fetch(new URL(path, installation.url), {
        redirect: "manual",
        headers: { cookie },
        ...(form && { method: "POST", body: new URLSearchParams(form) }),
      });
    const signed = await at("/c/detained/sign", Object.entries(person));
    expect(signed.status).toBe(303);
    const cookie = signed.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const letters = [
      ["body", sentence],
      ["recipient", "us/exec/state"],
      ["recipient", "P000145"],
    ] as [string, string][];
    expect((await at("/c/detained/letter", letters, cookie)).status).toBe(303);
    expect((await at("/c/detained/sign", [["email", "sentinella@"]])).status).toBe(422);

    const mailed = async (to: string): Promise<{ text: string }> => {
      for (;;) {
        const mails = (await (await at("/mailbox.json")).json()) as { to: string | string[]; text: string }[];
        const found = mails.find((mail) => [mail.to].flat().includes(to));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    const link = /\/confirm\/[\w-]+/.exec((await mailed(person.email)).text)?.[0] ?? "";
    const page = await (await at(link)).text();
    const texts = /name="texts" value="(\w+)"/.exec(page)?.[1] ?? "";
    expect((await at(link, [["texts", texts]])).status).toBe(303);
    expect((await mailed("secretary@state.example")).text).toContain(sentence);

    const secrets = [person.givenName, person.familyName, person.email, person.streetAddress, sentence];
    const log = installation.output();
    // It does say that somebody signed and confirmed.
    expect(log).toContain('"route":"/c/:slug/sign"');
    expect(log).toContain('"route":"/confirm/:token"');
    for (const secret of [...secrets, link, cookie.slice("letter=".length)]) expect(log).not.toContain(secret);
    const inAFile = filesOf(installation.dataDir).filter((file) => {
      const bytes = readFileSync(file);
      return secrets.some((secret) => bytes.includes(secret));
    });
    expect(inAFile).toEqual([]);
  } finally {
    await installation.stop();
  }
});
