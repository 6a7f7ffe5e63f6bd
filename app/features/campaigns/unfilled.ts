/** A place that a template left to its author: "[Say what happened]". A link and a source's mark are none. */
const place = /\[(?!\^)[^\]\n]{3,}\](?!\()/;

/** The first place in a text that nobody has filled in yet, or null. */
export function unfilledIn(text: string): string | null {
  return place.exec(text)?.[0] ?? null;
}
