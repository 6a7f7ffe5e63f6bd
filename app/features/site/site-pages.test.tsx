import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { About } from "./about-page.tsx";
import { ErrorPage } from "./error-page.tsx";
import type { Fault } from "./faults.ts";
import { Privacy } from "./privacy-page.tsx";
import { currentWording, wordings } from "./privacy-wording.ts";

const organization = {
  name: "Sample Organization",
  postalAddress: "1 Sample Street, Sample Town",
  contactEmail: "contact@organization.example",
  privacyEmail: "privacy@organization.example",
  principal: "A sample principal",
  picture: { sha256: "a".repeat(64), width: 800, height: 200 },
};

describe("privacy", () => {
  const html = renderToStaticMarkup(<Privacy locale="en" organization={organization} />);

  it("stands in the wording in force, which is the newest", () => {
    expect(wordings).toEqual([...wordings].sort().reverse());
    expect(html).toContain(`<time dateTime="${currentWording}">24 November 2026</time>`);
    expect(html).toContain("In the wording of 24 November 2026.");
  });

  it("says what is stored and for how long, and whom to write to", () => {
    for (const promise of ["Our link works for 7 days", "14 days", "seven days after its way has ended", "One day"]) {
      expect(html).toContain(promise);
    }
    expect(html).toContain('<a href="mailto:privacy@organization.example">privacy@<wbr/>organization.example</a>');
  });

  it("has a heading for each entry of its table of contents, and promises no page that is not there", () => {
    for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`<h2 id="${id}"`);
    expect([...html.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path)).toEqual(["/me"]);
  });
});

describe("about", () => {
  it("credits the sources of its facts", () => {
    const html = renderToStaticMarkup(<About locale="en" organization={organization} directoryAsOf="2026-06-15" />);
    expect(html).toContain("unitedstates/congress-legislators");
    expect(html).toContain("unitedstates/contact-congress");
    expect(html).toContain("Census Bureau");
    expect(html).toContain("The directory of Congress is as of 15 June 2026.");
    expect(html).toContain("<bdi>A sample principal</bdi>");
    expect(html).toContain(`src="/pictures/${"a".repeat(64)}" width="800" height="200" alt=""`);
  });

  it("says when there is no directory", () => {
    const html = renderToStaticMarkup(<About locale="en" organization={organization} directoryAsOf={null} />);
    expect(html).toContain("The directory is not loaded.");
  });
});

describe("an error page", () => {
  const faults: Fault[] = [
    "not-found",
    "unavailable",
    "not-taken",
    "ours",
    "cross-site",
    "too-large",
    "length-required",
  ];

  it.each(faults)("says what happened and leads on: %s", (fault) => {
    const html = renderToStaticMarkup(<ErrorPage locale="en" fault={fault} />);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<a class="btn" href="/">See the open campaigns</a>');
  });

  it("shows the reference", () => {
    const html = renderToStaticMarkup(<ErrorPage locale="en" fault="ours" reference="R-7F3K" />);
    expect(html).toContain('<strong class="num">R-7F3K</strong>');
  });
});
