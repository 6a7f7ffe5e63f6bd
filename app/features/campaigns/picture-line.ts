/** A line of a story that shows a picture: its alternative text, where it has one of its own here, and its number. */
export const pictureLine = /^[ \t]*!\[([^\]\n]{0,300})\]\(picture-(\d{1,3})\)[ \t]*$/gm;

/** Any mark of a picture, also one that does not stand alone on its line. */
const pictureMark = /!\[[^\]\n]*\]\(picture-(\d{1,3})\)/g;

/** How a story names a picture. */
export const pictureMarkOf = (n: number): string => `![](picture-${n})`;

/** Which pictures a story shows, and which it names in the middle of a line, where none is shown. */
export function picturesIn(story: string): { shown: { n: number; alt: string }[]; inline: number[] } {
  const text = story.replace(/\r\n?/g, "\n");
  const shown = [...text.matchAll(pictureLine)].map(([, alt = "", n]) => ({ n: Number(n), alt: alt.trim() }));
  const inline = [...text.replace(pictureLine, "").matchAll(pictureMark)].map(([, n]) => Number(n));
  return { shown, inline };
}
