import { setTimeout as wait } from "node:timers/promises";
import { sentenceOf, signFormOf } from "./supporter.ts";
import type { Mail, Supporter } from "./supporter.ts";

const slug = "detained";
/** The office whose letter we mail: the State Department. */
const office = "us/exec/state";

interface Answer {
  status: number;
  text: string;
  cookie: string;
}

export interface Crowd {
  supporters: Supporter[];
  /** How many steps were acknowledged: three a supporter. */
  steps: () => number;
  /** Answers that nobody should get, whatever has been killed. */
  surprises: string[];
  /** How often somebody had to ask again. */
  askedAgain: () => number;
  /** Hands on what was mailed. */
  onMail: (mail: Mail) => void;
  /** Resolves once so many steps were acknowledged. */
  reached: (steps: number) => Promise<void>;
  /** Resolves when everybody has confirmed. */
  finished: Promise<void>;
}

/**
 * Supporters, `lanes` at a time: each signs, approves a letter, waits for the mail, reads the page behind its link and
 * confirms. Who gets no answer, or "try again", asks again, as a person does; what was acknowledged is never asked again.
 */
export function gather(site: string, size: number, lanes = 16): Crowd {
  const supporters = Array.from({ length: size }, (_, at): Supporter => ({
    n: at + 1,
    links: [],
    done: { signed: false, approved: false, confirmed: false },
  }));
  const surprises: string[] = [];
  const watchers = new Set<() => void>();
  const mailed: Supporter[] = [];
  let steps = 0;
  let askedAgain = 0;
  const notify = () => watchers.forEach((watch) => watch());
  const watched = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });

  async function ask(what: string, path: string, init: RequestInit, good: number): Promise<Answer> {
    for (;;) {
      const answer = await once(site + path, init).catch(() => null);
      if (answer?.status === good) return answer;
      if (answer && answer.status !== 503) surprises.push(`${what}: ${answer.status}`);
      if (surprises.length > 20) throw new Error(surprises.join(", "));
      askedAgain += 1;
      await wait(200 + Math.random() * 300);
    }
  }
  const post = (form: [string, string][], cookie = ""): RequestInit => ({
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams(form),
  });

  const step = (supporter: Supporter, what: keyof Supporter["done"]) => {
    supporter.done[what] = true;
    steps += 1;
    if (supporter.done.approved && !supporter.done.confirmed && supporter.links.length > 0) mailed.push(supporter);
    notify();
  };

  async function write(supporter: Supporter): Promise<void> {
    const { n } = supporter;
    const { cookie } = await ask("sign", `/c/${slug}/sign`, post(Object.entries(signFormOf(n))), 303);
    step(supporter, "signed");
    const letter: [string, string][] = [
      ["body", sentenceOf(n)],
      ["recipient", office],
    ];
    await ask("letter", `/c/${slug}/letter`, post(letter, cookie), 303);
    step(supporter, "approved");
  }

  /** Of several links (one signed again after a minute without an answer) the one that shows the letter. */
  async function confirm(supporter: Supporter): Promise<void> {
    for (let at = supporter.links.length - 1; ; at = supporter.links.length - 1) {
      for (; at >= 0; at -= 1) {
        const link = supporter.links[at] ?? "";
        const { text } = await ask("open", link, {}, 200);
        const [, texts] = /name="texts" value="(\w+)"/.exec(text) ?? [];
        if (!texts || !text.includes(sentenceOf(supporter.n))) continue;
        await ask("confirm", link, post([["texts", texts]]), 303);
        step(supporter, "confirmed");
        return;
      }
      const known = supporter.links.length;
      await watched(() => supporter.links.length > known);
    }
  }

  const toWrite = [...supporters].reverse();
  let confirmed = 0;
  async function lane(): Promise<void> {
    while (confirmed < size) {
      const ready = mailed.shift();
      if (ready) {
        await confirm(ready);
        confirmed += 1;
        notify();
        continue;
      }
      const next = toWrite.pop();
      if (next) await write(next);
      else await watched(() => mailed.length > 0 || confirmed === size);
    }
  }
  const finished = Promise.all(Array.from({ length: lanes }, lane)).then(() => undefined);
  // Heard where it is awaited, later.
  finished.catch(() => undefined);
  return {
    supporters,
    steps: () => steps,
    surprises,
    askedAgain: () => askedAgain,
    onMail: ({ kind, n, link }) => {
      const supporter = supporters[n - 1];
      if (kind !== "confirm" || !supporter || !link) return;
      supporter.links.push(link);
      if (supporter.links.length === 1 && supporter.done.approved) mailed.push(supporter);
      notify();
    },
    reached: (wanted) => watched(() => steps >= wanted),
    finished,
  };
}

async function once(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(20_000) });
  const text = await answer.text();
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0]);
  return { status: answer.status, text, cookie: cookie.join("; ") };
}
