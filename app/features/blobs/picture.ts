/** What is taken, and what is made of it. */
export const pictureLimits = {
  /** Of the file that somebody gives. */
  bytes: 20 * 1024 * 1024,
  pixels: 50_000_000,
  /** What is kept of it: twice the width of a story, and of a phone. */
  width: 1_600,
  height: 2_400,
  smallWidth: 800,
} as const;

/** The kinds that are taken, as a browser's choice of files names them. */
export const pictureTypes = "image/jpeg,image/png,image/webp";

/** What a shared link shows: what networks ask for, and what a picture must have for it. */
export const cardSize = { width: 1_200, height: 630, leastWidth: 600, leastHeight: 315 } as const;

/** Why a file is not taken. */
export const pictureFaults = [
  "picture-kind",
  "picture-large",
  "picture-pixels",
  "picture-broken",
  "picture-busy",
  "picture-many",
] as const;
export type PictureFault = (typeof pictureFaults)[number];

/** A picture as it is kept: made anew, upright, and without what a camera wrote into it. Its bytes are blobs. */
export type StoredPicture = {
  sha256: string;
  /** The same for a phone; null where the first is small enough. */
  smallSha256: string | null;
  /** The same cut for shared links; null where it is too small for one. */
  cardSha256: string | null;
  width: number;
  height: number;
  /** Of all its blobs, in bytes. */
  size: number;
};

/** The names of all that is kept of a picture. */
export function blobsOf({ sha256, smallSha256, cardSha256 }: StoredPicture): string[] {
  return [sha256, smallSha256, cardSha256].filter((name) => name !== null);
}
