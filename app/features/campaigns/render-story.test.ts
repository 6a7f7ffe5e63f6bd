import { describe, expect, it } from "vitest";
import { minutesToRead, renderStory, storyLimit } from "#app/features/campaigns/render-story.server.ts";

const render = (story: string) => renderStory(story, { source: (n) => `Source ${n}` });

describe("a campaign's story", () => {
  it("renders paragraphs, headings below the page's own, lists and emphasis", () => {
    expect(render("# One\n\nTwo **three**\n\n### Four\n\n- five")).toBe(
      "<h2>One</h2>\n<p>Two <strong>three</strong></p>\n<h3>Four</h3>\n<ul>\n<li>five</li>\n</ul>\n",
    );
  });

  it("points to its sources", () => {
    expect(render("It was said.[^3]")).toBe(
      '<p>It was said.<span class="ref"><a href="#s3" aria-label="Source 3">3</a></span></p>\n',
    );
  });

  it("makes a fact of a marked paragraph, with its source", () => {
    expect(render("Before.\n\n!!! 15 years\nwere given.[^4]\n\nAfter.")).toContain(
      '<div class="fact"><b>15 years</b><span>were given.<span class="ref"><a href="#s4" aria-label="Source 4">4</a></span></span></div>',
    );
    expect(render("!!! <b>\nx")).toContain("&lt;b&gt;");
  });

  const sha = (letter: string) => letter.repeat(64);
  const pictures = [
    {
      n: 1,
      alt: 'Empty "chairs"',
      credit: "Photo: <b>Nobody</b>",
      sha256: sha("a"),
      smallSha256: sha("b"),
      width: 1600,
      height: 900,
    },
    { n: 12, alt: "", credit: "", sha256: sha("c"), smallSha256: null, width: 300, height: 200 },
  ];
  const show = (story: string) => renderStory(story, { source: String }, pictures);

  it("shows a picture where the text has its line, the small one to phones, with its words", () => {
    expect(show("Before.\n![](picture-1)\nAfter.")).toBe(
      "<p>Before.</p>\n\n" +
        `<figure><img src="/pictures/${sha("a")}" srcset="/pictures/${sha("b")} 800w, /pictures/${sha("a")} 1600w" ` +
        'sizes="(min-width: 45rem) 42rem, 100vw" width="1600" height="900" alt="Empty &quot;chairs&quot;" loading="lazy" />' +
        '<figcaption class="meta">Photo: &lt;b&gt;Nobody&lt;/b&gt;</figcaption></figure>\n<p>After.</p>\n',
    );
    expect(show("![Said here](picture-12)").trim()).toBe(
      `<figure><img src="/pictures/${sha("c")}" width="300" height="200" alt="Said here" loading="lazy" /></figure>`,
    );
  });

  it.each([
    "![](picture-2)",
    "in ![](picture-1) line",
    "![](picture-01x)",
    "![](/pictures/x)",
    "![](picture-1)x",
    "![]()",
  ])("shows no picture for %s", (story) => {
    expect(show(story)).not.toContain("<img");
  });

  it("lets no address out of a picture's words", () => {
    expect(show('![" onerror="alert(1)](picture-1)')).toContain('alt="&quot; onerror=&quot;alert(1)"');
    expect(show("![<img src=x>](picture-1)").match(/<img/g)).toHaveLength(1);
  });

  // Fault 31
  it("shows HTML in a story as text", () => {
    expect(render("<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>")).not.toMatch(/<(script|img)/);
    expect(render("a <b onclick=x>b</b>")).toBe("<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n");
    expect(render("!!! 1\n<script>x</script>")).not.toContain("<script");
  });

  // Fault 33
  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,x)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](\\\\evil.example)",
    "[x](https:evil)",
    "[x](ftp://evil.example)",
    "[x]: //evil.example\n\n[x]",
    "<javascript:alert(1)>",
    "<//evil.example>",
    "![x](https://evil.example/pixel.png)",
  ])("makes no link and loads nothing of %s", (story) => {
    const html = render(story);
    expect(html).not.toMatch(/href="(?!https:\/\/evil\.example\/pixel\.png")/);
    expect(html).not.toContain("<img");
  });

  it("keeps links to other sites and mail addresses", () => {
    expect(render("[a](https://example.org/x) [b](mailto:a@b.example)")).toBe(
      '<p><a href="https://example.org/x">a</a> <a href="mailto:a@b.example">b</a></p>\n',
    );
  });

  it("refuses more than 20 kB, and is quick with what hangs other parsers", () => {
    expect(() => render("x".repeat(storyLimit + 1))).toThrow(RangeError);
    for (const piece of ["*a_", "[", ">", "- ", "[^1]", "!!! x\ny\n\n"]) {
      const started = performance.now();
      render(piece.repeat(Math.floor(storyLimit / piece.length)));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });

  it("tells how long it takes to read", () => {
    expect(minutesToRead("a few words")).toBe(1);
    expect(minutesToRead("word ".repeat(610))).toBe(3);
  });
});
