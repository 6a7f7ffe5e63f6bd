import type { SheetParagraph } from "#app/features/letters/sheet.ts";

export type PreviewLetter = {
  key: string;
  name: string;
  office: string;
  subject: string;
  asks: string;
  way: "email" | "hand-over";
  paragraphs: SheetParagraph[];
};

export type PreviewLetters = {
  letters: PreviewLetter[];
  /** Recipients for whom nothing is written, or nothing that they could do. */
  missing: string[];
  /** Why somebody needs no letter, in a sentence each. */
  spared: string[];
  status: string;
  /** The ZIP code lies in several districts. */
  isSplit: boolean;
};
