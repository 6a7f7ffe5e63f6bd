import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";
import { pictureLimits } from "#app/features/blobs/picture.ts";
import { paths } from "#app/lib/paths.ts";
import type { Picture } from "#app/features/campaigns/campaign.ts";
import { pictureLine, picturesIn } from "#app/features/campaigns/picture-line.ts";

/** A longer story is refused: rendering stays cheap whatever is written. */
export const storyLimit = 20_000;

export type StoryWords = { source: (n: number) => string };
export type StoryPicture = Pick<Picture, "n" | "alt" | "credit" | "sha256" | "smallSha256" | "width" | "height">;

const markdown = storyMarkdown();

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "hr", "div", "b", "span"],
    ...["figure", "figcaption", "img"],
  ],
  allowedAttributes: {
    a: ["href", "rel", "aria-label"],
    img: ["src", "srcset", "sizes", "width", "height", "alt", "loading"],
  },
  allowedClasses: { div: ["fact"], span: ["ref"], figcaption: ["meta"] },
  allowedSchemes: ["https", "http", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  exclusiveFilter: ({ tag, attribs }) =>
    (tag === "a" && !isSafeLink(attribs.href ?? "")) || (tag === "img" && !ours.test(attribs.src ?? "")),
};
/** An address of a picture of ours; no other is loaded. */
const ours = /^\/pictures\/[0-9a-f]{64}$/;

/**
 * A campaign's story as HTML. Beside plain Markdown it knows three things: `[^3]` points to source 3 of the page, a line
 * `!!! 15 years` makes a fact of the paragraph that follows it, and a line `![](picture-3)` shows picture 3; what stands
 * in its brackets is said in place of the picture's own alternative text. HTML in the text is shown as text; both markdown-it
 * and sanitize-html stand between an author and the page.
 */
export function renderStory(story: string, words: StoryWords, pictures: StoryPicture[] = []): string {
  if (story.length > storyLimit) throw new RangeError("story too long");
  const lines = story.replace(/\r\n?/g, "\n").replace(pictureLine, "\n\n$&\n\n");
  const html = groups(lines.split(/\n{2,}/), pictures).map((group) => {
    if (group.kind === "picture") return figure(group);
    return group.kind === "fact" ? fact(group, words) : markdown.render(group.text, words);
  });
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

type Group =
  | { kind: "prose"; text: string }
  | { kind: "fact"; figure: string; text: string }
  | { kind: "picture"; picture: StoryPicture };

function groups(parts: string[], pictures: StoryPicture[]): Group[] {
  const found: Group[] = [];
  for (const part of parts) {
    const mark = /^!!! ([^\n]{1,40})\n([\s\S]+)$/.exec(part);
    const last = found.at(-1);
    const [named] = picturesIn(part).shown;
    const picture = named && pictures.find(({ n }) => n === named.n);
    if (picture) found.push({ kind: "picture", picture: { ...picture, alt: named.alt || picture.alt } });
    else if (mark) found.push({ kind: "fact", figure: mark[1], text: mark[2] });
    else if (last?.kind === "prose") last.text += `\n\n${part}`;
    else found.push({ kind: "prose", text: part });
  }
  return found;
}

function fact(group: { figure: string; text: string }, words: StoryWords): string {
  const figure = markdown.utils.escapeHtml(group.figure);
  return `<div class="fact"><b>${figure}</b><span>${markdown.renderInline(group.text, words)}</span></div>`;
}

/** Loaded when it comes into view; a phone loads the small one. */
function figure({ picture }: { picture: StoryPicture }): string {
  const { sha256, smallSha256, width, height, alt, credit } = picture;
  const { escapeHtml } = markdown.utils;
  const small = smallSha256 === null ? "" : `${paths.picture(smallSha256)} ${pictureLimits.smallWidth}w, `;
  const choice =
    small === "" ? "" : ` srcset="${small}${paths.picture(sha256)} ${width}w" sizes="(min-width: 45rem) 42rem, 100vw"`;
  const image = `<img src="${paths.picture(sha256)}"${choice} width="${width}" height="${height}" alt="${escapeHtml(alt)}" loading="lazy">`;
  const caption = credit === "" ? "" : `<figcaption class="meta">${escapeHtml(credit)}</figcaption>`;
  return `<figure>${image}${caption}</figure>`;
}

/** An address that a story may point to: http, https, mailto, or a place on the same page. */
function isSafeLink(url: string): boolean {
  return /^(?:https?:\/\/[^/\\\s]|mailto:[^/\\\s]|#s\d{1,2}$)/i.test(url);
}
