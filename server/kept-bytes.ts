import { createHash } from "node:crypto";
import { ServerResponse } from "node:http";
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);
const compressible = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg)/;
/** Below this a compressed answer is hardly smaller. */
const worthwhile = 512;

/** What is kept of an address, and for how long: null where its answer is made for each request. */
export type Keep = (url: string) => { key: string; freshMs: number } | null;

interface Answer {
  status: number;
  /** Nothing in it is one visitor's. */
  isPublic: boolean;
  etag: string | null;
  plain: { headers: string[]; body: Buffer };
  gzipped: { headers: string[]; body: Buffer } | null;
}

interface Kept {
  answer: Answer;
  freshUntil: number;
  madeAt: number;
}

/** An answer that could not be made anew serves on for this long. */
const staleAtMostMs = 3_600_000;
/** How soon that is tried again. */
const retryMs = 1_000;
const mostEntries = 500;

/**
 * Answers GET and HEAD of what `keep` names from memory, in front of everything else: a page of ours costs milliseconds,
 * its bytes microseconds. `app` is asked once at a time for each key, whoever asks, without the asker's cookies and
 * conditions. Only a 200 is kept. When it cannot be made anew because of us (5xx: the database is down), the last one
 * serves on, for an hour at most: each page says as of when it was counted. `host`: under which the application is asked.
 */
export function keepBytes(app: RequestListener, keep: Keep, host = "localhost"): RequestListener {
  const moments = new Map<string, Kept>();
  // Apart, so that no number of made-up addresses drives a file out.
  const lasting = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Answer>>();

  async function make(key: string, freshMs: number, request: IncomingMessage): Promise<Answer> {
    const answer = await answerOf(app, key, host, request);
    const now = performance.now();
    const kept = freshMs === Infinity ? lasting : moments;
    const last = kept.get(key);
    if (answer.status >= 500 && last && now - last.madeAt < staleAtMostMs) {
      last.freshUntil = now + retryMs;
      return last.answer;
    }
    if (answer.status === 200 || answer.status === 404 || answer.status === 410) kept.delete(key);
    if (answer.status === 200 && answer.isPublic) kept.set(key, { answer, freshUntil: now + freshMs, madeAt: now });
    const [oldest] = moments.keys();
    if (moments.size > mostEntries && oldest !== undefined) moments.delete(oldest);
    return answer;
  }

  return (request, response) => {
    const named = request.method === "GET" || request.method === "HEAD" ? keep(request.url ?? "") : null;
    if (!named) return void app(request, response);
    const { key, freshMs } = named;
    const wants = { etag: request.headers["if-none-match"], encodings: request.headers["accept-encoding"] };
    const found = lasting.get(key) ?? moments.get(key);
    if (found && found.freshUntil > performance.now()) return send(found.answer, wants, response);
    let making = underWay.get(key);
    if (!making) {
      making = make(key, freshMs, request).finally(() => underWay.delete(key));
      underWay.set(key, making);
    }
    making.then(
      (answer) => send(answer, wants, response),
      () => response.destroy(),
    );
  };
}

type Wants = { etag: string | undefined; encodings: string | string[] | undefined };

function send({ status, etag, plain, gzipped }: Answer, wants: Wants, response: ServerResponse): void {
  if (etag !== null && wants.etag?.includes(etag)) {
    response.writeHead(304, unpacked(plain.headers)).end();
    return;
  }
  const { headers, body } =
    gzipped && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(wants.encodings)) ? gzipped : plain;
  response.writeHead(status, headers).end(body);
}

/**
 * Asks the application as somebody of whom nothing is known, and takes its answer instead of sending it: of the asker's
 * headers none is passed on, not even the host, so that nobody words a page for everybody.
 */
async function answerOf(app: RequestListener, url: string, host: string, request: IncomingMessage): Promise<Answer> {
  request.method = "GET";
  request.url = url;
  request.headers = { host };
  const { response, chunks } = capture(request);
  const ended = new Promise<void>((resolve) => response.once("close", resolve));
  app(request, response);
  await ended;

  const body = Buffer.concat(chunks);
  const headers = flat(response.getHeaders());
  const status = response.statusCode;
  const type = String(response.getHeader("content-type"));
  // Weak: the same for both encodings.
  const etag = status === 200 ? `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` : null;
  if (etag) headers.push("etag", etag);
  const isSmaller = compressible.test(type) && body.length > worthwhile;
  if (isSmaller) headers.push("vary", "accept-encoding");
  const packed = isSmaller ? await compress(body) : null;
  const isPublic =
    !response.hasHeader("set-cookie") && !/no-store|private/.test(String(response.getHeader("cache-control")));
  return {
    status,
    isPublic,
    etag,
    plain: { body, headers: [...headers, "content-length", String(body.length)] },
    gzipped: packed && {
      body: packed,
      headers: [...headers, "content-encoding", "gzip", "content-length", String(packed.length)],
    },
  };
}

/** The headers of an answer without those of its body (RFC 9110, 15.4.5). */
function unpacked(headers: readonly string[]): string[] {
  return headers.filter((_, at) => !/^content-(length|type|encoding)$/.test(headers[at - (at % 2)] ?? ""));
}

/** Set anew for each sending. */
const ofTheSending = new Set(["content-length", "transfer-encoding", "connection", "etag", "vary", "accept-ranges"]);

function flat(headers: OutgoingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    ofTheSending.has(name) || value === undefined ? [] : [value].flat().flatMap((one) => [name, String(one)]),
  );
}

/**
 * A response that keeps what is written to it. As its own methods, not a class: Express gives every response another
 * prototype.
 */
function capture(request: IncomingMessage): { response: ServerResponse; chunks: Buffer[] } {
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, (encoding as BufferEncoding | undefined) ?? "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  Object.assign(response, {
    write: (chunk: unknown, encoding?: unknown) => {
      take(chunk, encoding);
      return true;
    },
    end: (chunk?: unknown, encoding?: unknown) => {
      take(chunk, encoding);
      response.finished = true;
      response.emit("finish");
      response.emit("close");
      return response;
    },
    // There is nobody to send them to.
    flushHeaders: () => undefined,
  });
  return { response, chunks };
}
