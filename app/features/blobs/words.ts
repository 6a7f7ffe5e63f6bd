import { pictureLimits } from "#app/features/blobs/picture.ts";
import type { PictureFault } from "#app/features/blobs/picture.ts";
import { catalogue } from "#app/lib/words.ts";
import en from "./messages.en.json" with { type: "json" };

const words = catalogue(en);
const limits = {
  megabytes: Math.round(pictureLimits.bytes / 1024 / 1024),
  megapixels: pictureLimits.pixels / 1_000_000,
};

/** Which files are taken, for the hint of a field that takes one. */
export function pictureHint(locale: string): string {
  return words(locale)("hint", limits);
}

/** Why a file is not taken. */
export function pictureFaultSentence(locale: string, fault: PictureFault): string {
  return words(locale)(`fault.${fault}`, limits);
}
