/** A passage that both texts have, or that only one of them has. */
export type Passage = { kind: "same" | "added" | "removed"; text: string };

/** More lines, or more words in a line, are not compared: comparing costs the product of both. */
const most = 3_000;
/** Nor are all lines of two texts together, once they have cost so much: whoever waits for a page would wait for them. */
const mostOfAll = 2 * most * most;

/** What two texts may still cost. */
type Left = { cells: number };

/** What one has to take out of a text and add to it to get another: line by line, in a changed line word by word. */
export function differenceOf(before: string, after: string): Passage[] {
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const found: Passage[] = [];
  const left: Left = { cells: mostOfAll };
  let [removed, added]: [string[], string[]] = [[], []];
  const settle = () => {
    for (let n = 0; n < Math.max(removed.length, added.length); n += 1)
      found.push(...within(left, removed[n], added[n]));
    [removed, added] = [[], []];
  };
  for (const passage of compared(left, lines(before), lines(after))) {
    if (passage.kind === "removed") removed.push(passage.text);
    else if (passage.kind === "added") added.push(passage.text);
    else {
      settle();
      found.push(passage);
    }
  }
  settle();
  return joined(found);
}

/** A line that was changed, by its words. A space goes with the word after it: alone it would be found everywhere. */
function within(left: Left, before = "", after = ""): Passage[] {
  const words = (text: string) => text.match(/\s*\S+|\s+$/g) ?? [];
  return compared(left, words(before), words(after));
}

function compared(left: Left, a: string[], b: string[]): Passage[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [midA, midB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const cells = midA.length * midB.length;
  const isTooMuch = Math.max(midA.length, midB.length) > most || cells > left.cells;
  const middle = isTooMuch ? swapped(midA, midB) : longestCommon(midA, midB);
  if (!isTooMuch) left.cells -= cells;
  return [
    ...a.slice(0, start).map((text): Passage => ({ kind: "same", text })),
    ...middle,
    ...a.slice(a.length - end).map((text): Passage => ({ kind: "same", text })),
  ];
}

function swapped(a: string[], b: string[]): Passage[] {
  return [
    ...a.map((text): Passage => ({ kind: "removed", text })),
    ...b.map((text): Passage => ({ kind: "added", text })),
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
