import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";

/** What is used of html-to-text, which comes without types. */
interface TextBuilder {
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
  addLineBreak(): void;
  addInline(text: string, options: { noWordTransform: boolean }): void;
}
type TextElement = { attribs?: Record<string, unknown>; children: unknown };
type Walk = (children: unknown, builder: TextBuilder) => void;

/** "Open the page", and its address on a line of its own, so that no mail program glues the next word to it. */
const button = (element: TextElement, walk: Walk, builder: TextBuilder) => {
  const href: unknown = element.attribs?.["href"];
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.addLineBreak();
  builder.addInline(typeof href === "string" ? href : "", { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const asText = {
  formatters: { button },
  selectors: [
    // Headings come in capitals unless told otherwise.
    ...["h1", "h2", "h3"].map((selector) => ({
      selector,
      format: "heading",
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 },
    })),
    // Each row of the shell is a paragraph.
    { selector: "td", format: "block", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "p", format: "paragraph", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "a[data-mail-button]", format: "button" },
  ],
};

/**
 * Both parts of a mail from one element. Equal elements give equal bytes, which the frozen payload relies on. Slow and
 * asynchronous: call it before a transaction, never inside.
 */
export async function renderMail(element: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(element);
  return { html, text: `${toPlainText(html, asText).trim()}\n` };
}
