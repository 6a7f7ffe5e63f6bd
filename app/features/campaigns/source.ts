const shape = /^[a-z0-9-]{1,32}$/;

/** Where a reader came from (`?s=` of a campaign's address), or null when it is absent or not of the agreed shape. */
export function parseSource(url: string): string | null {
  return sourceOf(new URL(url).searchParams.get("s"));
}

/** The same, of a form's field. */
export function sourceOf(given: string | null | undefined): string | null {
  return given && shape.test(given) ? given : null;
}

/** A path that keeps the source on its way to the signature. */
export function withSource(path: string, source: string | null): string {
  return source === null ? path : `${path}?s=${source}`;
}
