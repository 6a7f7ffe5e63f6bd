import { env } from "#app/lib/env.server.ts";

/** The address of a path for a mail or a page elsewhere. Only `APP_URL` is ever its origin, never a request's Host. */
export function absolute(path: string): string {
  if (!/^\/(?![/\\])/.test(path)) throw new TypeError("absolute() takes a path of this site");
  return env().APP_URL + path;
}

/** "redress.example", as a printed page and a picture name us. */
export function hostOfSite(): string {
  return new URL(env().APP_URL).host;
}
