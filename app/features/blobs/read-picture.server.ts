import type { Sharp, SharpOptions } from "sharp";
import { cardSize, pictureLimits } from "#app/features/blobs/picture.ts";
import type { PictureFault, StoredPicture } from "#app/features/blobs/picture.ts";
import { blobFrom } from "#app/features/blobs/store-blobs.server.ts";
import type { NewBlob } from "#app/features/blobs/store-blobs.server.ts";

export type ReadPicture = { ok: true; picture: StoredPicture; blobs: NewBlob[] } | { ok: false; code: PictureFault };

/** What begins otherwise than the three kinds never gets to a decoder: it also knows SVG, and much else. */
function isOfAKind(file: Uint8Array): boolean {
  const beginning = Buffer.from(file.subarray(0, 12));
  return (
    ["ffd8ff", "89504e470d0a1a0a"].some((hex) => beginning.toString("hex").startsWith(hex)) ||
    /^RIFF.{4}WEBP$/s.test(beginning.toString("latin1"))
  );
}

const formats = new Set(["jpeg", "png", "webp"]);

/** Those who wait for their turn hold their file in memory. */
const mostWaiting = 4;
let waiting = 0;
let last: Promise<unknown> | undefined;

/**
 * Makes of a file what is kept: WebP for the page and for a phone, and a JPEG of the shape that shared links show. One at
 * a time, so that those who sign do not feel it. Nothing of the file itself is kept: what a camera or an editor wrote into
 * it (place, device, name) is gone, and so is whatever else hides in one.
 */
export async function readPicture(file: Uint8Array): Promise<ReadPicture> {
  if (file.length > pictureLimits.bytes) return { ok: false, code: "picture-large" };
  if (!isOfAKind(file)) return { ok: false, code: "picture-kind" };
  if (waiting >= mostWaiting) return { ok: false, code: "picture-busy" };
  waiting += 1;
  const mine = (last ?? Promise.resolve()).then(() => made(file));
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

const reading: SharpOptions = { limitInputPixels: pictureLimits.pixels, failOn: "error" };
const patience = { seconds: 15 };

async function made(file: Uint8Array): Promise<ReadPicture> {
  // It loads slowly, and a process that reads no picture does without it.
  const { default: sharp } = await import("sharp");
  // What is wrong with a file is said by its decoder in words of its own; there is nothing else that can fail here.
  const header = await sharp(file, { ...reading, limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (header === null) return { ok: false, code: "picture-broken" };
  if (!formats.has(header.format)) return { ok: false, code: "picture-kind" };
  if (header.width * header.height > pictureLimits.pixels) return { ok: false, code: "picture-pixels" };
  const whole = await sharp(file, reading)
    .timeout(patience)
    .autoOrient()
    .resize({ width: pictureLimits.width, height: pictureLimits.height, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (whole === null) return { ok: false, code: "picture-broken" };
  const { width, height, channels } = whole.info;
  const again = () => sharp(whole.data, { raw: { width, height, channels } }).timeout(patience);
  // One that takes too long is no picture that we could show.
  const blobs = await sizesOf(again, { width, height }).catch(() => null);
  if (blobs === null) return { ok: false, code: "picture-broken" };
  const { page, small, card } = blobs;
  const kept = [page, small, card].filter((blob) => blob !== null);
  const picture: StoredPicture = {
    sha256: page.sha256,
    smallSha256: small?.sha256 ?? null,
    cardSha256: card?.sha256 ?? null,
    width,
    height,
    size: kept.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
  return { ok: true, picture, blobs: kept };
}

type Sizes = { page: NewBlob; small: NewBlob | null; card: NewBlob | null };

async function sizesOf(again: () => Sharp, { width, height }: { width: number; height: number }): Promise<Sizes> {
  const page = await webp(again());
  const small =
    width > pictureLimits.smallWidth ? await webp(again().resize({ width: pictureLimits.smallWidth })) : null;
  const { leastWidth, leastHeight } = cardSize;
  const card = width >= leastWidth && height >= leastHeight ? await cardOf(again()) : null;
  return { page, small, card };
}

async function webp(image: Sharp): Promise<NewBlob> {
  return blobFrom(await image.webp({ quality: 78 }).toBuffer(), "image/webp");
}

/** Not every network takes WebP, and none takes what is seen through. */
async function cardOf(image: Sharp): Promise<NewBlob> {
  const { width, height } = cardSize;
  const cut = image.flatten({ background: "#fff" }).resize({ width, height, fit: "cover", position: "attention" });
  return blobFrom(await cut.jpeg({ quality: 82, mozjpeg: true }).toBuffer(), "image/jpeg");
}
