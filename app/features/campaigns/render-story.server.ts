import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";

/** A longer story is refused: rendering stays cheap whatever is written. */
export const storyLimit = 20_000;

export type StoryWords = { source: (n: number) => string };

const markdown = storyMarkdown();

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ["p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "hr", "div", "b", "span"],
  allowedAttributes: { a: ["href", "rel", "aria-label"], div: ["class"], span: ["class"] },
  allowedClasses: { div: ["fact"], span: ["ref"] },
  allowedSchemes: ["https", "http", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  exclusiveFilter: (frame) => frame.tag === "a" && !isSafeLink(frame.attribs.href ?? ""),
};

/**
 * A campaign's story as HTML. Beside plain Markdown it knows two things: `[^3]` points to source 3 of the page, and a
 * line `!!! 15 years` makes a fact of the paragraph that follows it. HTML in the text is shown as text; both markdown-it
 * and sanitize-html stand between an author and the page.
 */
export function renderStory(story: string, words: StoryWords): string {
  if (story.length > storyLimit) throw new RangeError("story too long");
  const parts = story.replace(/\r\n?/g, "\n").split(/\n{2,}/);
  const html = groups(parts).map((group) =>
    group.kind === "fact" ? fact(group, words) : markdown.render(group.text, words),
  );
  return sanitizeHtml(html.join("\n"), allowed);
}

/** Markdown as a story knows it. */
function storyMarkdown() {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  // Addresses of other schemes, and `//host`, stay text.
  markdown.validateLink = (url) => isSafeLink(url);
  markdown.disable(["image"]);
  // The page has one h1 of its own: a story's headings begin at the second level.
  markdown.core.ruler.push("headings", (state) => {
    for (const token of state.tokens) {
      if (token.type.startsWith("heading_")) token.tag = token.tag === "h1" || token.tag === "h2" ? "h2" : "h3";
    }
  });
  markdown.inline.ruler.before("link", "source", (state, silent) => {
    const found = /^\[\^(\d{1,2})\]/.exec(state.src.slice(state.pos, state.pos + 5));
    if (!found) return false;
    if (!silent) state.push("source", "", 0).content = found[1];
    state.pos += found[0].length;
    return true;
  });
  markdown.renderer.rules.source = (tokens, index, _options, env) => {
    const words = env as unknown as StoryWords;
    const n = Number(tokens[index].content);
    const label = markdown.utils.escapeHtml(words.source(n));
    return `<span class="ref"><a href="#s${n}" aria-label="${label}">${n}</a></span>`;
  };
  return markdown;
}

/** Minutes that reading takes, at 200 words a minute. */
export function minutesToRead(story: string): number {
  return Math.max(1, Math.round(story.split(/\s+/).length / 200));
}

type Group = { kind: "prose"; text: string } | { kind: "fact"; figure: string; text: string };

function groups(parts: string[]): Group[] {
  const found: Group[] = [];
  for (const part of parts) {
    const mark = /^!!! ([^\n]{1,40})\n([\s\S]+)$/.exec(part);
    const last = found.at(-1);
    if (mark) found.push({ kind: "fact", figure: mark[1], text: mark[2] });
    else if (last?.kind === "prose") last.text += `\n\n${part}`;
    else found.push({ kind: "prose", text: part });
  }
  return found;
}

function fact(group: { figure: string; text: string }, words: StoryWords): string {
  const figure = markdown.utils.escapeHtml(group.figure);
  return `<div class="fact"><b>${figure}</b><span>${markdown.renderInline(group.text, words)}</span></div>`;
}

/** An address that a story may point to: http, https, mailto, or a place on the same page. */
function isSafeLink(url: string): boolean {
  return /^(?:https?:\/\/[^/\\\s]|mailto:[^/\\\s]|#s\d{1,2}$)/i.test(url);
}
