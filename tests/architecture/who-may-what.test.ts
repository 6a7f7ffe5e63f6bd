import { describe, expect, it } from "vitest";
import { allRoutes, guards } from "./routes.ts";
import type { Audience, Route } from "./routes.ts";

/** Anyone gets in where nothing else is asked for. */
function asksFor(audience: Audience, route: Route): boolean {
  return audience === "anyone" ? !Object.values(guards).some((asks) => asks(route)) : guards[audience](route);
}

/** Every route of the site, and who may open it. Without the cookie or with a dead link a page says so, and nothing more. */
const whoMay: Record<string, Audience> = {
  $: "anyone",
  _index: "anyone",
  about: "anyone",
  accessibility: "anyone",
  "account._index": "signed in",
  "account.passkeys._index": "signed in",
  "account.passkeys.$id.remove": "signed in",
  "account.passkeys.add": "signed in",
  "account.password": "signed in",
  "account.second-factor._index": "signed in",
  "account.second-factor.confirm": "signed in",
  "account.second-factor.off": "signed in",
  "account.sessions.$id.end": "signed in",
  "admin._index": "admin",
  "admin.audit": "admin",
  "admin.invitations.$id.renew": "admin",
  "admin.invitations.$id.revoke": "admin",
  "admin.organization": "admin",
  "admin.people.$id._index": "admin",
  "admin.people.$id.link": "admin",
  "admin.people.$id.remove": "admin",
  "api.v1.representatives": "anyone",
  "c.$slug._index": "anyone",
  "c.$slug.address": "holder of the cookie",
  "c.$slug.card[.]png": "anyone",
  "c.$slug.count[.]json": "anyone",
  "c.$slug.hand-over": "holder of the cookie",
  "c.$slug.leave": "anyone",
  "c.$slug.letter.$id.print": "holder of the cookie",
  "c.$slug.letter._index": "holder of the cookie",
  "c.$slug.letter.preview": "holder of the cookie",
  "c.$slug.place": "holder of the cookie",
  "c.$slug.resend": "holder of the cookie",
  "c.$slug.sign": "anyone",
  "c.$slug.start": "anyone",
  "c.$slug.thanks": "holder of the cookie",
  "confirm.$token._index": "holder of the mailed link",
  "confirm.$token.data._index": "holder of the mailed link",
  "confirm.$token.data[.]json": "holder of the mailed link",
  "confirm.$token.erase": "holder of the mailed link",
  "confirm.$token.hand-over": "holder of the mailed link",
  "confirm.$token.new-link": "holder of the mailed link",
  "confirm.$token.not-me": "holder of the mailed link",
  "confirm.$token.print.$id": "holder of the mailed link",
  "confirm.$token.return": "holder of the mailed link",
  "confirm.$token.shown": "holder of the mailed link",
  "confirm.$token.withdraw": "holder of the mailed link",
  "confirm.$token.write": "holder of the mailed link",
  "invitation.$token": "holder of the mailed link",
  "mailbox.$id.html": "this machine, never production",
  "mailbox._index": "this machine, never production",
  "mailbox.resend.emails": "this machine, never production",
  "mailbox[.]json": "this machine, never production",
  "me.$token._index": "holder of the mailed link",
  "me.$token.confirm.$ref": "holder of the mailed link",
  "me.$token.data._index": "holder of the mailed link",
  "me.$token.data[.]json": "holder of the mailed link",
  "me.$token.erase": "holder of the mailed link",
  "me.$token.hand-over": "holder of the mailed link",
  "me.$token.print.$id": "holder of the mailed link",
  "me.$token.return": "holder of the mailed link",
  "me.$token.shown": "holder of the mailed link",
  "me.$token.withdraw.$ref": "holder of the mailed link",
  "me.$token.withdraw._index": "holder of the mailed link",
  "me._index": "anyone",
  "me.mailed": "anyone",
  "organize._index": "organizer",
  "organize.c.$slug.$part": "organizer",
  "organize.c.$slug._index": "organizer",
  "organize.c.$slug.autosave": "organizer",
  "organize.c.$slug.close": "organizer",
  "organize.c.$slug.copy": "organizer",
  "organize.c.$slug.pictures.$n.erase": "organizer",
  "organize.c.$slug.preview._index": "organizer",
  "organize.c.$slug.preview.confirm": "organizer",
  "organize.c.$slug.preview.letters": "organizer",
  "organize.c.$slug.preview.mail": "organizer",
  "organize.c.$slug.preview.sign": "organizer",
  "organize.c.$slug.preview.thanks": "organizer",
  "organize.c.$slug.publish._index": "organizer",
  "organize.c.$slug.publish.approve": "organizer",
  "organize.c.$slug.publish.decline": "organizer",
  "organize.c.$slug.publish.take-back": "organizer",
  "organize.c.$slug.revisions.$number": "organizer",
  "organize.c.$slug.revisions._index": "organizer",
  "organize.c.$slug.story-preview": "organizer",
  "organize.measures.$id._index": "organizer",
  "organize.measures.$id.pasted": "organizer",
  "organize.measures.$id.ticked": "organizer",
  "organize.measures._index": "organizer",
  "organize.new": "organizer",
  "pictures.$sha256": "anyone",
  privacy: "anyone",
  "refused.$why": "anyone",
  "report._index": "anyone",
  "report.sent": "anyone",
  "sign-in._index": "anyone",
  "sign-in.passkey": "anyone",
  "sign-in.two-factor": "anyone",
  "sign-out": "anyone",
  "staff._index": "staff",
  "staff.c.$slug._index": "staff",
  "staff.c.$slug.csv.$table": "staff",
  "staff.csv": "staff",
  "staff.queue.$id._index": "staff",
  "staff.queue.$id.cancel": "staff",
  "staff.queue.$id.hold": "staff",
  "staff.queue.$id.re-drive": "staff",
  "staff.queue.$id.release": "staff",
  "staff.queue._index": "staff",
};

const routes = allRoutes();

/** What is wrong with the lines for these routes. */
function faults(found: Route[], lines: Record<string, Audience>): string[] {
  const ids = found.map(({ id }) => id);
  return [
    ...ids.filter((id) => !Object.hasOwn(lines, id)).map((id) => `${id} has no line`),
    ...Object.keys(lines)
      .filter((id) => !ids.includes(id))
      .map((id) => `${id} is no route`),
    ...found.flatMap((route) => {
      const { id } = route;
      const line = lines[id];
      return line && !asksFor(line, route) ? [`${id} does not ask for: ${line}`] : [];
    }),
  ];
}

describe("who may open what", () => {
  it("every route has a line, every line a route that asks for what it says", () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(faults(routes, whoMay)).toEqual([]);
  });

  it.each<[string, Route[], Record<string, Audience>]>([
    ["me has no line", [{ id: "me", source: "" }], {}],
    ["me is no route", [], { me: "anyone" }],
    ["me.$token does not ask for: anyone", [{ id: "me.$token", source: "params.token" }], { "me.$token": "anyone" }],
    [
      "c.$slug.map does not ask for: holder of the cookie",
      [{ id: "c.$slug.map", source: "visitor(context)" }],
      { "c.$slug.map": "holder of the cookie" },
    ],
    [
      "c.$slug.map does not ask for: anyone",
      [{ id: "c.$slug.map", source: "readLetterCookie(request)" }],
      { "c.$slug.map": "anyone" },
    ],
    [
      "admin.keys does not ask for: admin",
      [{ id: "admin.keys", source: 'export async function loader(args) { await requireRole(args, "staff"); }' }],
      { "admin.keys": "admin" },
    ],
    [
      "staff.raw does not ask for: staff",
      [
        {
          id: "staff.raw",
          source:
            'export async function loader(args) { await requireRole(args, "staff"); }\nexport async function action() {}',
        },
      ],
      { "staff.raw": "staff" },
    ],
    [
      "mailbox.raw does not ask for: this machine, never production",
      [{ id: "mailbox.raw", source: "localMails()" }],
      { "mailbox.raw": "this machine, never production" },
    ],
  ])("%s", (fault, found, lines) => {
    expect(faults(found, lines)).toEqual([fault]);
  });
});
