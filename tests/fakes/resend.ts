import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/**
 * What the fake does with a request. "after": only once the mail is taken, so that the sender does not learn of it.
 * - answer: as the provider would, `late` milliseconds after it took the mail
 * - fail: an error of the provider's, nothing taken
 * - limit: 429 with `retry-after`, nothing taken
 * - hang: takes it or not, never answers; cuts the connection after `cutMs`
 * - drop: takes it or not, then cuts the connection
 */
export type Behaviour =
  | { do: "answer"; late?: number }
  | { do: "fail"; status: number; name?: string; message?: string }
  | { do: "limit"; retryAfter: number }
  | { do: "hang"; after?: "accepting"; cutMs?: number }
  | { do: "drop"; after?: "accepting" };

/** One POST as it came. */
export interface Post {
  path: string;
  key: string | null;
  authorization: string | null;
  body: string;
  mail: { to?: unknown; from?: unknown; subject?: unknown; [field: string]: unknown };
}

export interface FakeResend {
  baseUrl: string;
  /** Every POST, also the refused ones. */
  ledger: Post[];
  /** The mails taken: each key once. */
  taken: () => Post[];
  /** What to do with the next requests, one each; afterwards it answers again. */
  next: (...behaviours: Behaviour[]) => void;
  /** Decides each request by what is in it; null leaves it to `next`. */
  decide: (decision: ((post: Post) => Behaviour | null) | null) => void;
  /** Forgets ledger, mails and orders, and cuts hanging connections. */
  reset: () => void;
  /** Resolves once so many POSTs have come. */
  seen: (posts: number) => Promise<void>;
  close: () => Promise<void>;
}

export interface FakeOptions {
  forwardTo?: string;
  /** Keeps of each body its digest alone: for ledgers of many thousands. `onTaken` and `decide` see the whole. */
  isSlim?: boolean;
  /** Told of each mail that is taken, as it came. */
  onTaken?: (post: Post) => void;
}

interface Answer {
  status: number;
  body: string;
}

const problem = (status: number, name: string, message: string): Answer => ({
  status,
  body: JSON.stringify({ statusCode: status, name, message }),
});

/**
 * A server that speaks Resend's protocol, or stands before one that does (`forwardTo`: a base URL such as the local
 * mailbox's), keeps a ledger, and does what a provider does on a bad day.
 */
export async function startFakeResend(options: FakeOptions = {}): Promise<FakeResend> {
  const { forwardTo, isSlim = false, onTaken } = options;
  const ledger: Post[] = [];
  const byKey = new Map<string, { id: string; post: Post }>();
  const taken: Post[] = [];
  const orders: Behaviour[] = [];
  const waiting = new Set<() => void>();
  const hanging = new Set<ServerResponse>();
  let decision: ((post: Post) => Behaviour | null) | null = null;

  const slim = (post: Post): Post =>
    isSlim ? { ...post, body: createHash("sha256").update(post.body).digest("hex"), mail: {} } : post;
  const take = (post: Post, kept: Post) => {
    taken.push(kept);
    onTaken?.(post);
  };

  /** Resend's own semantics: one mail a key; the same key with another body is refused. */
  function accept(whole: Post, post: Post): Answer {
    const known = post.key === null ? undefined : byKey.get(post.key);
    if (known && known.post.body !== post.body) {
      return problem(409, "invalid_idempotent_request", "Same idempotency key used with a different request payload");
    }
    if (known) return { status: 200, body: JSON.stringify({ id: known.id }) };
    const id = randomUUID();
    if (post.key !== null) byKey.set(post.key, { id, post });
    take(whole, post);
    return { status: 200, body: JSON.stringify({ id }) };
  }

  async function forward(base: string, post: Post): Promise<Answer> {
    const headers = new Headers({ "content-type": "application/json" });
    if (post.key !== null) headers.set("idempotency-key", post.key);
    if (post.authorization !== null) headers.set("authorization", post.authorization);
    const answer = await fetch(`${base.replace(/\/+$/, "")}${post.path}`, { method: "POST", headers, body: post.body });
    if (answer.ok && (post.key === null || !byKey.has(post.key))) {
      take(post, slim(post));
      if (post.key !== null) byKey.set(post.key, { id: "", post });
    }
    return { status: answer.status, body: await answer.text() };
  }

  const serve = (post: Post, kept: Post) => (forwardTo === undefined ? accept(post, kept) : forward(forwardTo, post));
  const send = (response: ServerResponse, { status, body }: Answer, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const post = await readPost(request);
    const kept = slim(post);
    ledger.push(kept);
    for (const look of waiting) look();
    const behaviour = decision?.(post) ?? orders.shift() ?? { do: "answer" };
    switch (behaviour.do) {
      case "answer": {
        const answer = await serve(post, kept);
        if (behaviour.late) await wait(behaviour.late);
        return send(response, answer);
      }
      case "fail":
        return send(
          response,
          problem(behaviour.status, behaviour.name ?? "application_error", behaviour.message ?? "told to"),
        );
      case "limit": {
        const limit = problem(429, "rate_limit_exceeded", "Too many requests");
        return send(response, limit, { "retry-after": String(behaviour.retryAfter) });
      }
      case "hang":
        hanging.add(response);
        if (behaviour.after === "accepting") await serve(post, kept);
        if (behaviour.cutMs === undefined) return;
        await wait(behaviour.cutMs);
        hanging.delete(response);
        request.socket.destroy();
        return;
      case "drop":
        if (behaviour.after === "accepting") await serve(post, kept);
        request.socket.destroy();
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const reset = () => {
    ledger.length = taken.length = orders.length = 0;
    byKey.clear();
    decision = null;
    for (const response of hanging) response.destroy();
    hanging.clear();
  };
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    ledger,
    taken: () => [...taken],
    next: (...behaviours) => void orders.push(...behaviours),
    decide: (by) => void (decision = by),
    reset,
    seen: (posts) =>
      new Promise((resolve) => {
        const look = () => {
          if (ledger.length < posts) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      reset();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readPost(request: IncomingMessage): Promise<Post> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === "string" ? value : null;
  };
  let mail: Post["mail"] = {};
  try {
    mail = JSON.parse(body) as Post["mail"];
  } catch {
    // Kept as it came; the ledger shows it.
  }
  return {
    path: request.url ?? "",
    key: header("idempotency-key"),
    authorization: header("authorization"),
    body,
    mail,
  };
}
