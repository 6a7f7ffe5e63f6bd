import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { safeNext } from "#app/http/next-path.server.ts";
import { deviceOf, readDevice } from "./device.ts";
import { EndedSessionPage } from "./ended-session-page.tsx";
import type { EndedSession } from "./ended-session.ts";
import { endedSession } from "./ended-session.ts";
import { isGuessable } from "./is-guessable.server.ts";
import { organizationGaps, sampleOrganization } from "./organization.ts";
import { passwordSchema } from "./password.ts";
import { QrCode } from "./qr-code.tsx";

it("of a browser only its name and its system are kept", () => {
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1";
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36 Edg/143.0";
  const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/143.0 Safari/537.36";
  const kept = ["Safari/iPhone", "Edge/Windows", "Chrome/Mac", "/", "/"];
  expect([safari, edge, mac, "curl/8.0", ""].map(deviceOf)).toEqual(kept);
  expect(kept.map(deviceOf)).toEqual(kept);
  expect(readDevice("Safari/iPhone")).toEqual({ browser: "Safari", system: "iPhone" });
  expect(readDevice(null)).toEqual({ browser: "", system: "" });
});

it("a password is long and varied, and its spaces count", () => {
  const fault = (typed: string) => passwordSchema.safeParse(typed).error?.issues[0]?.message;
  expect(fault("fourteen chars")).toBe("password-short");
  expect(fault("ababababababababab")).toBe("password-common");
  expect(fault("x".repeat(201))).toBe("password-long");
  expect(passwordSchema.parse(" four words, spaces ")).toBe(" four words, spaces ");
});

it.each([
  "passwordpassword1",
  "qwertyuiop123456",
  "1qaz2wsx3edc4rfv",
  "iloveyouiloveyou",
  "Ann Sample 1984!",
  "ann.sample@example.org",
  "redress redress",
  "Free Them Now 2026",
])("a password that is tried first is none: %s", async (password) => {
  const owner = { email: "ann.sample@example.org", name: "Ann Sample", organization: "Free Them Now" };
  expect(await isGuessable(password, owner)).toBe(true);
});

it.each(["four words with spaces", "q!8Zt%w2LmP0vXs", "mein hund ist braun", "ann likes green apples"])(
  "a password that is not tried first is one: %s",
  async (password) => {
    expect(await isGuessable(password, { email: "ann@example.org", name: "Ann", organization: "Redress" })).toBe(false);
  },
);

it("the sample's words and a statement without a name are gaps", () => {
  const said = { languages: ["en"], hasPrincipal: false, principal: null };
  expect(organizationGaps({ ...sampleOrganization, ...said })).toEqual([
    "name",
    "postalAddress",
    "contactEmail",
    "privacyEmail",
  ]);
  const real = { name: "Real", postalAddress: "Street", contactEmail: "a@b.org", privacyEmail: "c@d.org" };
  expect(organizationGaps({ ...real, ...said })).toEqual([]);
  expect(organizationGaps({ ...real, ...said, hasPrincipal: true, principal: " " })).toEqual(["principal"]);
  expect(organizationGaps({ ...real, languages: [], hasPrincipal: null, principal: null })).toEqual([
    "languages",
    "principal",
  ]);
});

it.each([
  ["/organize", "/organize"],
  ["/admin/people?x=1#y", "/admin/people?x=1"],
  ["/organize/../confirm/token", null],
  ["/organized", null],
  ["//organize", null],
  ["/staff\\..\\x", null],
  ["", null],
  [null, null],
])("fault 33: the way back of %j is %j", (given, next) => {
  expect(safeNext(given)).toBe(next);
});

it("an ended session's page carries each field as it was posted", () => {
  const ended = {
    action: "/organize/a",
    fields: [
      ["story", 'He said "no" <b>\n\nand left'],
      ["ask", "1"],
      ["ask", "2"],
    ],
    hadFile: false,
  };
  const error = { status: 401, data: { ended }, statusText: "", internal: false };
  const found = endedSession(error);
  expect(found).toEqual(ended);
  expect([endedSession({ ...error, status: 404 }), endedSession(new Error("401"))]).toEqual([null, null]);
  const shown = (hadFile: boolean) =>
    renderToStaticMarkup(<EndedSessionPage locale="en" ended={{ ...ended, ...found, hadFile } as EndedSession} />);
  const page = shown(false);
  expect(page).toContain('<form class="stack stack-lg" method="post" action="/organize/a">');
  expect(page).toContain('name="story" value="He said &quot;no&quot; &lt;b&gt;\n\nand left"');
  expect(page.match(/name="ask"/g)).toHaveLength(2);
  expect([page, shown(true)].map((html) => html.includes("picture that you had chosen was not kept"))).toEqual([
    false,
    true,
  ]);
});

it("a code to scan is drawn without a style", () => {
  const drawn = renderToStaticMarkup(<QrCode text="otpauth://totp/Redress:a@b.org?secret=ABC" label="QR code" />);
  expect(drawn).toMatch(/^<svg class="qr" viewBox="0 0 \d+ \d+" role="img" aria-label="QR code">/);
  expect(drawn).not.toContain("style=");
});
