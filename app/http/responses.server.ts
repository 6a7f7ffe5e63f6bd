/** For what is not there, and for what somebody may not know to be there. Thrown by loaders and actions. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** For an address that has another one now. `path` is one of ours (`lib/paths.ts`). */
export function moved(path: string): Response {
  return new Response(null, { status: 301, headers: { Location: path, "Cache-Control": "public, max-age=2" } });
}

/** After a post: the page to go to, by GET. `path` is one of ours (`lib/paths.ts`). */
export function seeOther(path: string, headers: HeadersInit = {}): Response {
  const all = new Headers(headers);
  all.set("Location", path);
  all.append("Cache-Control", "no-store");
  return new Response(null, { status: 303, headers: all });
}

/**
 * Headers of every page that shows or asks something of a person: kept by nobody, its address told to nobody, and found by
 * no search engine.
 */
export function privateHeaders(): Record<string, string> {
  return { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex" };
}

/**
 * Headers of every page behind signing in, and of its door: kept by nobody, found by no search engine. Its own site is
 * told its address, or a browser that does not say `Sec-Fetch-Site` could not post its forms.
 */
export function signedInHeaders(): Record<string, string> {
  return { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
}

/** Headers of a file that a person takes away: theirs alone, like the page it stands for. */
export function downloadHeaders(name: string, type: string): Record<string, string> {
  return {
    ...privateHeaders(),
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Disposition": `attachment; filename="${name}"`,
  };
}
