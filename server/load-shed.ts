import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Request as Asked, RequestHandler, Response } from "express";
import type { textsBesideFiles } from "#app/lib/texts-beside-files.server.ts";
import { refusal } from "./web-guards.ts";

/** A page made beforehand, with the places where what was asked is put back in. */
export interface BusyPage {
  html: string;
  places: { method: string; action: string; fields: string; file: { begin: string; end: string } };
}

const retryAfterSeconds = 3;
const toldEveryMs = 10_000;
const form = /^application\/x-www-form-urlencoded\b/i;
const upload = /^multipart\/form-data\b/i;

export interface Shedding {
  most: number;
  /** In the language of an address, with its path as guards know it. */
  pageFor: (url: string) => { page: BusyPage; path: string };
  /** Reads a form that may bring a file. */
  textsOf: typeof textsBesideFiles;
  /** Sets the headers that every answer has. */
  secure: RequestHandler;
  /** Whether a field of this name is typed again rather than put into a page. */
  isSecret: (name: string) => boolean;
  isExempt: (path: string) => boolean;
  /** Told at most once in ten seconds how many were turned away since. */
  onShed: (n: number) => void;
}

/**
 * Lets `most` requests be worked on at a time. Whoever comes on top is told so at once, cheaply, with a page whose button
 * asks the same again: a form that was sent is in it, word for word but for what is secret. So those who were let in stay
 * quick, and nobody loses what they typed; another site's post is not put into a page of ours. `isExempt`: what must be
 * answered however full it is.
 */
export function shedLoad(
  app: RequestListener,
  { most, pageFor, textsOf, secure, isSecret, isExempt, onShed }: Shedding,
): RequestListener {
  let inside = 0;
  let turnedAway = 0;
  const tell = () => {
    onShed(turnedAway);
    turnedAway = 0;
  };
  return (request, response) => {
    if (inside >= most && !isExempt(request.url ?? "")) {
      turnedAway += 1;
      if (turnedAway === 1) setTimeout(tell, toldEveryMs).unref();
      const tellThem = () => void tellBusy(request, response, { pageFor, textsOf, isSecret });
      return secure(request as Asked, response as Response, tellThem);
    }
    // A form that is still coming in costs nothing yet: who sends it slowly holds nobody up. What else comes with a body
    // is answered without its being read.
    let isInside = false;
    const enter = () => {
      if (isInside || response.closed) return;
      isInside = true;
      inside += 1;
    };
    const isForm = request.method === "POST" && Number(request.headers["content-length"] ?? 0) > 0;
    if (isForm) request.once("end", enter);
    else enter();
    response.once("close", () => {
      if (isInside) inside -= 1;
    });
    app(request, response);
  };
}

async function tellBusy(
  request: IncomingMessage,
  response: ServerResponse,
  { pageFor, textsOf, isSecret }: Pick<Shedding, "pageFor" | "textsOf" | "isSecret">,
): Promise<void> {
  const url = (request.url ?? "/").replace(/^\/+/, "/");
  const [path = "/", query = ""] = url.split("?");
  const known = pageFor(path);
  const isOurs = refusal({ method: request.method ?? "", path: known.path, headers: request.headers }) === null;
  const posted = request.method === "POST" && isOurs ? await formOf(request, textsOf) : null;
  const { html: begun, places } = known.page;
  const { method, action, fields, file } = places;
  const given = posted?.fields ?? [...new URLSearchParams(query)];
  const filled: Record<string, string> = {
    [method]: posted ? "post" : "get",
    [action]: escaped(posted ? url : path),
    [fields]: hidden(given.filter(([name]) => !isSecret(name))),
  };
  const [before = "", told = "", after = ""] = begun.split(new RegExp(`${file.begin}|${file.end}`));
  const shown = before + (posted?.hadFile ? told : "") + after;
  // In one pass: what is put in is not searched for places.
  const html = shown.replace(new RegExp([method, action, fields].join("|"), "g"), (place) => filled[place] ?? "");
  response.statusCode = 503;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("retry-after", String(retryAfterSeconds));
  response.end(html);
}

function hidden(fields: [string, string][]): string {
  return fields
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** What a form says, or null: no form, or its sender left. */
async function formOf(request: IncomingMessage, textsOf: Shedding["textsOf"]) {
  const type = request.headers["content-type"] ?? "";
  if (upload.test(type)) return textsOf(request, type).catch(() => null);
  if (!form.test(type)) return null;
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return { fields: [...new URLSearchParams(Buffer.concat(chunks).toString("utf8"))], hadFile: false };
  } catch {
    return null;
  }
}
