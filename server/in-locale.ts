import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Prefixes } from "#app/lib/paths.ts";
import type { Locale } from "#app/lib/words.ts";

const asked = new WeakMap<IncomingMessage, Locale>();

/** The locale that stood before the path of a request which `inLocale` let in. */
export function localeOfRequest(request: IncomingMessage): Locale {
  return asked.get(request) ?? "en";
}

/**
 * Takes the locale from the start of the path, so that guards and routes know one path a page, and puts it back
 * where the answer leads on: before the path of a redirect, and of a cookie that belongs to some pages.
 */
export function inLocale(app: RequestListener, { split, prefixed }: Prefixes): RequestListener {
  return (request, response) => {
    const { locale, path } = split(request.url ?? "");
    if (locale !== "en") {
      asked.set(request, locale);
      request.url = path;
      leadOn(response, (ours) => prefixed(ours, locale));
    }
    app(request, response);
  };
}

type Header = number | string | readonly string[];
type Lead = (path: string) => string;

/** As its own method, not a class: Express gives every response another prototype. */
function leadOn(response: ServerResponse, lead: Lead): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name: string, value: Header) => set(name, ledOn(name.toLowerCase(), value, lead));
}

function ledOn(name: string, value: Header, lead: Lead): Header {
  if (name === "location") return isOurs(String(value)) ? lead(String(value)) : value;
  if (name !== "set-cookie") return value;
  // A cookie of the whole site is that of every language.
  return [value].flat().map((cookie) => String(cookie).replace(/(?<=; Path=)\/[^;]+/, lead));
}

const isOurs = (location: string) => /^\/(?![/\\])/.test(location);
