import type { IntlMessageFormat } from "intl-messageformat";

type Message = ReturnType<IntlMessageFormat["getAst"]>;
type Part = Message[number];

/** The kinds of parts that hold text of ours, or a value that somebody brings (ICU MessageFormat). */
const literal = 0;
const argument = 1;

/**
 * English as the pseudo-locale shows it: each run of our own words stands between RLO and PDF, which turn it round, and
 * each value between FSI and PDI. A page of it is read from right to left, and whatever is not marked was left in the
 * code. Lines keep their ends, so that what is split into paragraphs stays marked in each.
 */
export function marked(message: Message): Message {
  return message.flatMap((part): Part[] => {
    if (part.type === literal) return [{ ...part, value: markedText(part.value) }];
    if (part.type === argument) return [text("\u2068"), part, text("\u2069")];
    if (!("options" in part)) return [part];
    const options = Object.entries(part.options).map(([name, option]) => [
      name,
      { ...option, value: marked(option.value) },
    ]);
    return [{ ...part, options: Object.fromEntries(options) } as Part];
  });
}

const text = (value: string) => ({ type: literal, value }) as Part;

/** "<link>" is no word: the page parts the sentence there. */
function markedText(value: string): string {
  return value.replace(/<[^<>\s]+>|[^\s<](?:[^\n<]*[^\s<])?/g, (words) =>
    /\p{L}/u.test(words) && !words.startsWith("<") ? `\u202E${words}\u202C` : words,
  );
}
