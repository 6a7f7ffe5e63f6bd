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
 * where the answer leads on: before the path of a redirect, and of a cookie that belongs to some pages. A cookie that is
 * taken away is so in every language.
 */
export function inLocale(app: RequestListener, { served, split, prefixed }: Prefixes): RequestListener {
  const under = served.map(
    (locale): Lead =>
      (path) =>
        prefixed(split(path).path, locale),
  );
  return (request, response) => {
    const { locale, path } = split(request.url ?? "");
    if (locale !== "en") {
      asked.set(request, locale);
      request.url = path;
    }
    leadOn(response, (ours) => prefixed(ours, locale), under);
    app(request, response);
  };
}

type Header = number | string | readonly string[];
type Lead = (path: string) => string;

/** As its own method, not a class: Express gives every response another prototype. */
function leadOn(response: ServerResponse, lead: Lead, under: Lead[]): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name: string, value: Header) => set(name, ledOn(name.toLowerCase(), value, lead, under));
}

function ledOn(name: string, value: Header, lead: Lead, under: Lead[]): Header {
  if (name === "location") return isOurs(String(value)) ? lead(String(value)) : value;
  if (name !== "set-cookie") return value;
  // A cookie of the whole site is that of every language.
  const cookies = [value].flat().flatMap((cookie) => {
    const leads = /; Max-Age=0(?:;|$)/.test(String(cookie)) ? under : [lead];
    return leads.map((one) => String(cookie).replace(/(?<=; Path=)\/[^;]+/, one));
  });
  // One that is set again with the others, or belongs to the whole site.
  return [...new Set(cookies)];
}

const isOurs = (location: string) => /^\/(?![/\\])/.test(location);
