/** A passage that both texts have, or that only one of them has. */
export type Passage = { kind: "same" | "added" | "removed"; text: string };

/** More words than this on either side are compared by lines: comparing costs the product of both. */
const mostWords = 3_000;
const mostLines = 3_000;

/** What one has to take out of a text and add to it to get another. */
export function differenceOf(before: string, after: string): Passage[] {
  // A space goes with the word after it: alone it would be found again everywhere.
  const words = (text: string) => text.match(/\s*\S+|\s+$/g) ?? [];
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const byWords = Math.max(words(before).length, words(after).length) <= mostWords;
  const [a, b] = byWords ? [words(before), words(after)] : [lines(before), lines(after)];
  if (Math.max(a.length, b.length) > mostLines)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return joined(compared(a, b));
}

function compared(a: string[], b: string[]): Passage[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [midA, midB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return [
    ...a.slice(0, start).map((text): Passage => ({ kind: "same", text })),
    ...longestCommon(midA, midB),
    ...a.slice(a.length - end).map((text): Passage => ({ kind: "same", text })),
  ];
}

/** The longest common subsequence, by the table of its lengths. */
function longestCommon(a: string[], b: string[]): Passage[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  const found: Passage[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ kind: "same", text: a[i] });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
      found.push({ kind: "removed", text: a[i] });
      i += 1;
    } else {
      found.push({ kind: "added", text: b[j] });
      j += 1;
    }
  }
  return found;
}

/** Neighbours of one kind are one passage. */
function joined(passages: Passage[]): Passage[] {
  const found: Passage[] = [];
  for (const { kind, text } of passages) {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}
