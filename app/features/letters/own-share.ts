/** Shingles of this many words: shorter ones are common English, longer ones miss a changed word too easily. */
const shingle = 5;

/**
 * Share of a body that is the campaign's text, 0 to 1: of its words, those that stand in a run of five words which the
 * template has too. Exact, no guessing; capitals and punctuation do not count.
 */
export function commonShare(body: string, template: string): number {
  const words = wordsOf(body);
  if (words.length === 0) return 0;
  return covered(words, shinglesOf(template)).filter(Boolean).length / words.length;
}

/** For each paragraph of the body: whether most of its words are the writer's own. */
export function ownParagraphs(body: string, template: string): boolean[] {
  const known = shinglesOf(template);
  return paragraphsOf(body).map((paragraph) => {
    const words = wordsOf(paragraph);
    return covered(words, known).filter(Boolean).length < words.length / 2;
  });
}

/** The paragraphs of a text: what stands between empty lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[’']/g, "")
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** A paragraph shorter than a shingle is one by itself, so that it is known again where it stands alone. */
function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let at = 0; at + shingle <= words.length; at += 1) found.add(words.slice(at, at + shingle).join(" "));
  for (const paragraph of paragraphsOf(text).map(wordsOf)) {
    if (paragraph.length > 0 && paragraph.length < shingle) found.add(paragraph.join(" "));
  }
  return found;
}

function covered(words: string[], known: Set<string>): boolean[] {
  const marks = words.map(() => false);
  const size = Math.min(shingle, words.length);
  for (let at = 0; size > 0 && at + size <= words.length; at += 1) {
    if (known.has(words.slice(at, at + size).join(" "))) marks.fill(true, at, at + size);
  }
  return marks;
}
