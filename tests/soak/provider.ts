import { startFakeResend } from "../fakes/resend.ts";
import type { Behaviour, FakeResend } from "../fakes/resend.ts";
import type { Chance } from "./chance.ts";
import { mailOf } from "./supporter.ts";
import type { Mail } from "./supporter.ts";

/** How often, of a thousand requests, the provider does other than it should, and how late it is at most. */
export interface Moods {
  fails: number;
  limits: number;
  drops: number;
  hangs: number;
  /** How long it hangs; absent: until the sender gives up. */
  hangMs?: number;
  lateMs: number;
}

export interface MoodyProvider {
  resend: FakeResend;
  /** Each mail that was taken, with its key. */
  mails: (Mail & { key: string | null })[];
  /** From now on it answers as it should. */
  calm: () => void;
}

/** A provider with moods, who reads what it takes: the supporters learn their links from it. */
export async function startMoodyProvider(
  chance: Chance,
  moods: Moods,
  onMail: (mail: Mail) => void,
): Promise<MoodyProvider> {
  const mails: MoodyProvider["mails"] = [];
  const resend = await startFakeResend({
    isSlim: true,
    onTaken: (post) => {
      const mail = mailOf(post.mail);
      mails.push({ ...mail, key: post.key });
      onMail(mail);
    },
  });
  const mood = (): Behaviour => {
    const after = chance.oneIn(2) ? ({ after: "accepting" } as const) : {};
    const late = chance.below(moods.lateMs + 1);
    const kinds: [number, () => Behaviour][] = [
      [moods.fails, () => ({ do: "fail", status: chance.oneIn(2) ? 500 : 503 })],
      [moods.limits, () => ({ do: "limit", retryAfter: 1 })],
      [moods.drops, () => ({ do: "drop", ...after })],
      [moods.hangs, () => ({ do: "hang", ...after, cutMs: moods.hangMs })],
    ];
    let left = chance.between(0, 1000);
    for (const [often, behaviour] of kinds) {
      if (left < often) return behaviour();
      left -= often;
    }
    return { do: "answer", late };
  };
  resend.decide(mood);
  return { resend, mails, calm: () => resend.decide(null) };
}
