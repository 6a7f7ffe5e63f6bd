import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Brand } from "./brand.ts";
import { Page } from "./page.tsx";

const render = (props: Partial<Parameters<typeof Page>[0]>) =>
  renderToStaticMarkup(
    <Page locale="en" variant="full" organization="Sample Organization" {...props}>
      <main id="main">Content</main>
    </Page>,
  );

describe("the frame of a page", () => {
  it("begins with a link to the content", () => {
    expect(render({})).toMatch(/^<a class="skip" href="#main">/);
  });

  it("says who runs the site", () => {
    expect(render({})).toContain("Run by Sample Organization on its own server");
    expect(render({ variant: "form" })).toContain("Sample Organization runs this site.");
  });

  it("bears the word mark of whoever runs it, where they have one", () => {
    expect(render({})).toContain('<a class="wordmark" href="/"><bdi>Redress</bdi></a>');
    const page = (
      <Brand.Provider value="Sample & Friends">
        <Page locale="en" variant="form" organization="Sample Organization">
          <main id="main">Content</main>
        </Page>
      </Brand.Provider>
    );
    expect(renderToStaticMarkup(page)).toContain('<a class="wordmark" href="/"><bdi>Sample &amp; Friends</bdi></a>');
  });

  it("marks the current entry of the navigation", () => {
    expect(render({ current: "campaigns" })).toContain('<a href="/" aria-current="page">Campaigns</a>');
    expect(render({})).not.toContain("aria-current");
  });

  it("leads only to pages that exist", () => {
    const links = [...`${render({})}${render({ variant: "form", readAgain: "/c/a" })}`.matchAll(/href="([^"#]*)/g)];
    expect([...new Set(links.map(([, path]) => path))].sort()).toEqual([
      "",
      "/",
      "/about",
      "/accessibility",
      "/c/a",
      "/me",
      "/privacy",
      "/report",
    ]);
  });

  it("keeps a form free of other ways, but for the one back", () => {
    const form = render({ variant: "form", readAgain: "/c/a" });
    expect(form).toContain('<a href="/c/a">Read the campaign again</a>');
    expect(form).not.toContain("How it works");
    expect(render({ variant: "form" })).not.toContain("<nav");
    expect(form).not.toContain("Clear and leave");
    expect(render({ variant: "form", leave: "/c/a/leave" })).toContain('<a href="/c/a/leave">Clear and leave</a>');
  });

  it("says of a demonstration that it is one", () => {
    expect(render({ demo: "As reported in November 2023." })).toContain(
      '<aside class="demo no-print" aria-label="Demonstration"><p class="wrap"><strong>Demonstration.</strong> As reported',
    );
    expect(render({ demo: null })).not.toContain("<aside");
  });

  it("has no style attribute, which the content security policy forbids", () => {
    expect(render({ demo: "Yes." })).not.toContain("style=");
  });
});
