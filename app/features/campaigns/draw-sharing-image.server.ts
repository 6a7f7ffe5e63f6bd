import { isDrawable, outlineOf, widthOf } from "./internal/outlines.server.ts";
import type { Outline, TextStyle } from "./internal/outlines.server.ts";
import { sharingImageSize } from "./sharing-image.ts";
import type { SharingImage } from "./sharing-image.ts";

const { width, height } = sharingImageSize;
const margin = { x: 72, y: 64 };
const room = width - 2 * margin.x;
/** The design's colours, light only. */
const ink = "#14201f";
const ink2 = "#43514e";
const petrol = "#0b5a66";
const footHeight = 14;
const lowestBaseline = height - footHeight - 37;

const brandStyle: TextStyle = { family: "serif", weight: 600, size: 44, spacing: -0.025 };
const kickerStyle: TextStyle = { family: "sans", weight: 600, size: 28 };
const invitationStyle: TextStyle = { family: "serif", weight: 400, size: 30 };
const hostStyle: TextStyle = { family: "sans", weight: 400, size: 26 };
/** The headline is set as large as it fits; what is longer still ends in "…". */
const headlines = [
  { size: 72, most: 3 },
  { size: 60, most: 4 },
] as const;
const smallest = 60;

const kept = new Map<string, Uint8Array | null>();
const mostKept = 50;

/**
 * The picture that stands beside a link to a campaign where somebody passes it on: a PNG, drawn from outlines, without
 * a browser. Null where our fonts lack a sign of what it says. Drawn once for the same words.
 */
export async function drawSharingImage(image: SharingImage): Promise<Uint8Array | null> {
  const key = JSON.stringify(image);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const svg = svgOf(image);
  // It loads slowly, and a process that draws nothing does without it.
  const { default: sharp } = await import("sharp");
  // Few colours: edges of letters between ink and paper.
  const png =
    svg === null ? null : await sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 1 }).toBuffer();
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, png);
  return png;
}

/** Whether there is a picture of it; much cheaper than drawing it. */
export function canDrawSharingImage({ brand, kicker, title, invitation, host }: SharingImage): boolean {
  return (
    [brand, title].every((text) => isDrawable(text, brandStyle)) &&
    isDrawable(kicker, kickerStyle) &&
    isDrawable(invitation, invitationStyle) &&
    isDrawable(host, hostStyle)
  );
}

function svgOf({ brand, kicker, title, invitation, host }: SharingImage): string | null {
  const headline = headlineOf(title);
  const lines = [
    placed(outlineOf(brand, brandStyle), 102, ink),
    placed(fitted(kicker, kickerStyle, room), 193, ink2),
    ...(headline?.lines.map((line, index) => placed(line, 280 + index * headline.leading, ink)) ?? [null]),
    placed(fitted(invitation, invitationStyle, room / 2 - 24), lowestBaseline, ink2),
    placed(fitted(host, hostStyle, room / 2 - 24), lowestBaseline, ink2, "end"),
  ];
  if (lines.includes(null)) return null;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    rectangle(0, 0, width, height, "#fff"),
    rectangle(margin.x, 118, room, 4, ink),
    ...lines,
    rectangle(0, height - footHeight, width, footHeight, petrol),
    "</svg>",
  ].join("");
}

/** A line on its baseline; numbers and path commands only, so nothing of a text gets into the SVG as markup. */
function placed(line: Outline | null, y: number, fill: string, at: "start" | "end" = "start"): string | null {
  if (line === null) return null;
  const x = at === "start" ? margin.x : width - margin.x - line.width;
  return `<path transform="translate(${x.toFixed(2)} ${y})" fill="${fill}" d="${line.path}"/>`;
}

function rectangle(x: number, y: number, w: number, h: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
}

function headlineOf(title: string): { lines: Outline[]; leading: number } | null {
  const words = title.trim().split(/\s+/);
  for (const { size, most } of headlines) {
    const style: TextStyle = { family: "serif", weight: 600, size, spacing: -0.02 };
    const texts = wrapped(words, style);
    if (texts === null) return null;
    if (texts.length > most && size !== smallest) continue;
    const shown = texts.slice(0, most);
    if (texts.length > most) shown.push(`${shown.pop() ?? ""} ${texts[most]}`);
    const lines = shown.map((text) => fitted(text, style, room));
    return lines.includes(null) ? null : { lines: lines as Outline[], leading: Math.round(size * 1.08) };
  }
  return null;
}

/** As few lines as fit, and those as even as they can be. */
function wrapped(words: string[], style: TextStyle): string[] | null {
  const widths = words.map((word) => widthOf(word, style));
  const space = widthOf(" ", style) ?? 0;
  if (widths.includes(null)) return null;
  const filled = (most: number) => {
    const lines: string[] = [];
    let width = Infinity;
    for (const [index, word] of words.entries()) {
      const own = widths[index] ?? 0;
      if (width + space + own <= most) {
        lines.push(`${lines.pop() ?? ""} ${word}`);
        width += space + own;
      } else {
        lines.push(word);
        width = own;
      }
    }
    return lines;
  };
  let even = filled(room);
  for (let most = room - 12; most > room / 3; most -= 12) {
    const lines = filled(most);
    if (lines.length > even.length) break;
    even = lines;
  }
  return even;
}

/** A line no wider than `most`: signs are taken off its end until it is, and "…" says so. */
function fitted(text: string, style: TextStyle, most: number): Outline | null {
  const width = widthOf(text, style);
  if (width === null || width <= most) return outlineOf(text, style);
  const signs = [...text];
  const share = Math.floor((signs.length * most) / width);
  for (let length = Math.min(signs.length, share + 4); length > 0; length -= 1) {
    const shorter = `${signs.slice(0, length).join("").trimEnd()}…`;
    if ((widthOf(shorter, style) ?? 0) <= most) return outlineOf(shorter, style);
  }
  return null;
}
