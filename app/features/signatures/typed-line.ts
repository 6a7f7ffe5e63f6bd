/** Not seen, or turn the text after them around: soft hyphen, zero-width space, BOM, bidirectional embeddings, overrides, isolates. */
const unseen = /[\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** Scripts that spell with zero-width joiners, and the parts of an emoji that one holds together. */
const spelled = "Adlm Arab Beng Deva Gujr Guru Khmr Knda Mlym Mong Mymr Nkoo Orya Sinh Syrc Taml Telu"
  .split(" ")
  .map((script) => `\\p{scx=${script}}`);
const joined = `${spelled.join("")}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F`;
const strayJoiner = new RegExp(`(?<![${joined}])[\\u200C\\u200D]|[\\u200C\\u200D](?![${joined}])`, "gu");

const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * What a person types into one line is one line, whatever was pasted (fault 29), and all of it can be seen (fault 36): a
 * name must not turn a letter around or differ from another by something invisible. A joiner stays where its script needs
 * it. "" when nothing of it can be seen.
 */
export function typedLine(value: string): string {
  const line = value
    .normalize("NFC")
    .replace(unseen, "")
    .replace(/([\u200C\u200D])[\u200C\u200D]+/g, "$1")
    .replace(strayJoiner, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return seen.test(line) ? line : "";
}
