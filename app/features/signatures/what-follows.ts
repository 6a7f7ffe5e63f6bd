import type { Ask, AskPageProps } from "./ask-page.tsx";
import type { SignatureState } from "./signature.ts";
import { words } from "./words.ts";

/** One of the signatures that an act concerns. */
export type Concerned = {
  state: SignatureState;
  isClosed: boolean;
  /** Letters that have left, wait with us, and are their writer's to carry. */
  sent: number;
  unsent: number;
  toHandOver: number;
};

/** What an act leads to, in sentences; only what is so for these signatures. */
export function whatFollows(ask: Ask, all: Concerned[], locale: string): AskPageProps["follows"] {
  const t = words(locale);
  const sum = (which: "sent" | "unsent" | "toHandOver") => all.reduce((n, one) => n + one[which], 0);
  const counted = all.filter(({ state }) => state === "confirmed");
  const erases = ask === "erase" || ask === "erase-one";
  const stays = erases ? counted.filter(({ isClosed }) => isClosed) : [];
  const withdrawn = counted.length - stays.length;
  const deleted = all.filter(({ state }) => state === "pending").length;
  const isClosed = all.every((one) => one.isClosed);

  const some = (n: number, sentence: (n: number) => string) => (n > 0 ? [sentence(n)] : []);
  const data = erases ? "erased" : ask === "delete" ? "deleted" : "stays";
  const follows = [
    {
      term: t("ask.count"),
      texts: [
        ...some(withdrawn, (n) => t("ask.count.withdrawn", { n })),
        ...some(deleted, (n) => t("ask.count.deleted", { n })),
        ...some(stays.length, (n) => t("ask.count.stays", { n })),
      ],
    },
    {
      term: t("ask.letters"),
      texts: [
        ...some(sum("unsent"), (n) => t("ask.letters.unsent", { n })),
        ...some(sum("sent"), (n) => t("ask.letters.sent", { n })),
        ...some(sum("toHandOver"), (n) => t("ask.letters.hand", { n })),
      ],
    },
    { term: t("ask.data"), texts: [t(`ask.data.${data}`)] },
    {
      term: t("ask.again"),
      texts: ask === "withdraw" || ask === "delete" ? [t(`ask.again.${isClosed ? "closed" : "open"}`)] : [],
    },
    { term: t("ask.links"), texts: erases ? [t(ask === "erase" ? "ask.links.all" : "ask.links.one")] : [] },
    { term: t("ask.stays"), texts: erases && deleted < all.length ? [t("ask.stays.text")] : [] },
    { term: t("ask.undo"), texts: erases || ask === "delete" ? [t("ask.undo.text")] : [] },
  ];
  return follows.filter(({ texts }) => texts.length > 0);
}
