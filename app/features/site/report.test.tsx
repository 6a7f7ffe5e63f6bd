import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { cameFrom } from "#app/http/came-from.server.ts";
import { reportSchema } from "./report-form.ts";
import { ReportPage } from "./report-page.tsx";
import { renderReportMail } from "./report.mail.tsx";
import { words } from "./words.ts";

const form = { about: "fact", page: " /c/detained ", what: "Wrong day.", email: "", leaveEmpty: "" };
const codes = (changes: object) => {
  const parsed = reportSchema.safeParse({ ...form, ...changes });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path[0], message]);
};

describe("the form that reports a problem", () => {
  it("needs a topic and what happened, and no address", () => {
    expect(reportSchema.parse(form)).toEqual({ ...form, page: "/c/detained", email: null });
    expect(codes({ about: "", what: " \n " })).toEqual([
      ["about", "about-empty"],
      ["what", "what-empty"],
    ]);
    expect(codes({ page: "x".repeat(301), what: "x".repeat(5001) })).toEqual([
      ["page", "page-long"],
      ["what", "what-long"],
    ]);
    expect(codes({ email: "ann@" })).toEqual([["email", "email-form"]]);
    expect(codes({ email: "äm@example.org" })).toEqual([["email", "email-letters"]]);
    expect(reportSchema.parse({ ...form, email: "ann@bücher.de" }).email).toBe("ann@xn--bcher-kva.de");
  });

  it("says every fault above the heading and at its field, and keeps what was typed", () => {
    const faults = (["about-empty", "what-empty", "email-form"] as const).map((code) => ({
      field: code.split("-")[0] ?? "",
      sentence: words("en")(`fault.${code}`),
    }));
    const html = renderToStaticMarkup(
      <ReportPage
        locale="en"
        contactEmail="contact@organization.example"
        values={{ ...form, what: "\nIt <b>says</b>" }}
        faults={faults}
        notice={null}
        mark={null}
      />,
    );
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf("<h1>"));
    for (const field of ["about", "what", "email"]) {
      expect(html).toContain(`<a href="#${field}">`);
      expect(html).toMatch(new RegExp(`<(input|textarea)[^>]* id="${field}"`));
      expect(html).toContain(`id="${field}-wrong"`);
    }
    expect(html).toContain("\n\nIt &lt;b&gt;says&lt;/b&gt;</textarea>");
    expect(html).toMatch(/value="fact" [^>]*checked=""|checked="" [^>]*value="fact"/);
  });
});

it("is a mail whose subject says how pressing it is; what was typed stays text", async () => {
  const report = { about: "risk" as const, page: "", what: "<img src=x>\n\nSecond", email: "ann@example.org" };
  const { subject, text, html } = await renderReportMail({
    report,
    organization: "Sample Organization",
    at: new Date("2026-11-24T12:00:00Z"),
    locale: "en",
  });
  expect(subject).toBe("Read first: a person could be at risk");
  expect(text).toContain("<img src=x>\n\nSecond");
  expect(text).toContain("it goes to ann@example.org");
  expect(html).not.toContain("<img");
});

it("fills in the page that led there, and never one that opens something", () => {
  const from = (referer: string) =>
    cameFrom(new Request("http://redress.example/report", { headers: { host: "redress.example", referer } }));
  expect(from("http://redress.example/c/detained?s=radio")).toBe("/c/detained");
  expect(from("http://redress.example/me")).toBe("/me");
  expect(from("http://redress.example/confirm/abcdefghijklmnopqrstuvwx")).toBe("");
  expect(from("http://redress.example/me/abcdefghijklmnopqrstuvwx")).toBe("");
  expect(from("http://redress.example/invitation/abcdefghijklmnopqrstuvwx")).toBe("");
  expect(from("http://evil.example/c/detained")).toBe("");
  expect(from("nonsense")).toBe("");
});
