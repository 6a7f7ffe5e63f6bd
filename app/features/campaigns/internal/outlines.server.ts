import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";
import type { Font } from "fontkit";

const require = createRequire(import.meta.url);

/** The faces that ship with us, each in files by script. Latin stands first: it has the digits and the signs. */
const scripts = ["latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"] as const;
const families = {
  serif: (script: string) => `@fontsource/source-serif-4/files/source-serif-4-${script}`,
  sans: (script: string) => `@fontsource/source-sans-3/files/source-sans-3-${script}`,
};

export type Face = { family: keyof typeof families; weight: 400 | 600 };
/** `spacing` in em, as CSS has it. */
export type TextStyle = Face & { size: number; spacing?: number };
/** A line of text as a path of SVG that starts at the left end of its baseline, in the units of its size. */
export type Outline = { width: number; path: string };

const read = new Map<string, Font[]>();
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * One line of text as outlines, so that a picture looks the same on every machine, whatever fonts it has. Null where our
 * files lack a sign of it: a picture with boxes in place of letters is worse than none. Their scripts run left to right
 * and need no shaping but kerning.
 */
export function outlineOf(text: string, style: TextStyle): Outline | null {
  const { size, spacing = 0 } = style;
  let x = 0;
  let path = "";
  for (const { font, part } of runsOf(text, style)) {
    if (!font) return null;
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(part);
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      path += glyph.path
        .scale(scale, -scale)
        .translate(x + xOffset * scale, -yOffset * scale)
        .toSVG();
      x += xAdvance * scale + spacing * size;
    }
  }
  return { width: x, path };
}

/** How wide the line would be; null as above. */
export function widthOf(text: string, style: TextStyle): number | null {
  const { size, spacing = 0 } = style;
  let width = 0;
  for (const { font, part } of runsOf(text, style)) {
    if (!font) return null;
    const { advanceWidth, glyphs } = font.layout(part);
    width += (advanceWidth * size) / font.unitsPerEm + glyphs.length * spacing * size;
  }
  return width;
}

/** Whether our files have every sign of the text. */
export function isDrawable(text: string, face: Face): boolean {
  return runsOf(text, face).every(({ font }) => font !== null);
}

/** The text in pieces that one file of the face has whole; the font is null where none has it. */
function runsOf(text: string, face: Face): { font: Font | null; part: string }[] {
  const fonts = fontsOf(face);
  const runs: { font: Font | null; part: string }[] = [];
  for (const { segment } of graphemes.segment(text.normalize("NFC"))) {
    const last = runs.at(-1);
    const has = (font: Font) => [...segment].every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
    // A word keeps to its file: the space between two Greek words is Greek.
    const font = last?.font && has(last.font) ? last.font : (fonts.find(has) ?? null);
    if (last && last.font === font) last.part += segment;
    else runs.push({ font, part: segment });
  }
  return runs;
}

/** Read once, at the first picture. */
function fontsOf({ family, weight }: Face): Font[] {
  const key = `${family} ${weight}`;
  const known = read.get(key);
  if (known) return known;
  const fonts = scripts.flatMap((script) => {
    const file = pathOf(`${families[family](script)}-${weight}-normal.woff`);
    return file === null ? [] : [create(readFileSync(file)) as Font];
  });
  read.set(key, fonts);
  return fonts;
}

/** Not every family has every script. */
function pathOf(file: string): string | null {
  try {
    return require.resolve(file);
  } catch {
    return null;
  }
}
