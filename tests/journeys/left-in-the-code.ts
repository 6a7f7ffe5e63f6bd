import type { Page } from "@playwright/test";

/**
 * What a page of the pseudo-locale says that is in no catalogue: its texts, and what it tells a screen reader. Not looked
 * at: passages that name another language, names and other content (`bdi`), what is typed, dates (`time`) and what a list
 * of data offers.
 */
export function leftInTheCode(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const content =
      '[lang]:not([lang="en-XB"]), bdi, time, textarea, script, style, a[href^="mailto:"], a[href^="tel:"]';
    const address = /\b(?:https?:\/\/|mailto:)\S+|\S+@\S+/g;
    const left = (text: string): boolean => {
      let depth = 0;
      let rest = "";
      for (const letter of text) {
        if (/[\u202A-\u202E\u2066-\u2068]/.test(letter)) depth += 1;
        else if (/[\u202C\u2069]/.test(letter)) depth = Math.max(0, depth - 1);
        else if (depth === 0) rest += letter;
      }
      return /\p{L}/u.test(rest.replace(address, ""));
    };
    const isContent = (element: Element | null): boolean =>
      element === null || element.closest(content) !== null || element.matches('option:not([value=""])');
    const found: string[] = [];
    const nodes = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { textContent, parentElement } = nodes.currentNode;
      if (parentElement && !isContent(parentElement) && left(textContent ?? ""))
        found.push(`<${parentElement.localName} ${parentElement.className}> ${textContent?.trim()}`);
    }
    for (const name of ["title", "aria-label", "aria-description", "placeholder", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!isContent(element) && left(element.getAttribute(name) ?? ""))
          found.push(`${element.localName}[${name}] ${element.getAttribute(name)}`);
    const description = document.querySelector('meta[name="description"]:not([lang])')?.getAttribute("content") ?? "";
    if (left(description)) found.push(`description ${description}`);
    return [...new Set(found)];
  });
}
