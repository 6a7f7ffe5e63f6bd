import sharp from "sharp";
import type { Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { cardSize, pictureLimits } from "#app/features/blobs/picture.ts";
import { readPicture } from "#app/features/blobs/read-picture.server.ts";

const plain = (width: number, height: number, channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width, height, channels, background: { r: 30, g: 60, b: 90, alpha: 0.5 } } });

async function madeOf(image: Sharp) {
  const read = await readPicture(await image.toBuffer());
  if (!read.ok) throw new Error(read.code);
  const kept = await Promise.all(
    read.blobs.map(async ({ mediaType, bytes }) => {
      const { format, width, height, exif, xmp, icc, iptc } = await sharp(bytes).metadata();
      return { mediaType, format, width, height, metadata: [exif, xmp, icc, iptc].filter(Boolean).length };
    }),
  );
  return { picture: read.picture, kept };
}

describe("a picture", () => {
  it("of 30 megapixels becomes one for the page, one for a phone, one for shared links, and says nothing of its camera", async () => {
    const image = plain(6720, 4480)
      .withExif({ IFD0: { Artist: "Nobody" }, IFD3: { GPSLatitude: "34/1" } })
      .jpeg();
    const { picture, kept } = await madeOf(image);
    expect(picture).toMatchObject({ width: 1600, height: 1067 });
    expect(kept).toEqual([
      { mediaType: "image/webp", format: "webp", width: 1600, height: 1067, metadata: 0 },
      { mediaType: "image/webp", format: "webp", width: pictureLimits.smallWidth, height: 534, metadata: 0 },
      { mediaType: "image/jpeg", format: "jpeg", width: cardSize.width, height: cardSize.height, metadata: 0 },
    ]);
  });

  it("stands upright, whatever the camera was held like", async () => {
    const { picture } = await madeOf(plain(400, 200).withMetadata({ orientation: 6 }).jpeg());
    expect(picture).toMatchObject({ width: 200, height: 400, smallSha256: null, cardSha256: null });
  });

  it.each([
    ["grey, of 16 bits", () => plain(900, 400).toColourspace("grey16").png()],
    ["for print", () => plain(900, 400).toColourspace("cmyk").jpeg()],
    ["that is seen through", () => plain(900, 400, 4).png()],
    ["in WebP", () => plain(900, 400).webp()],
  ])("%s is taken", async (_, image) => {
    expect((await madeOf(image())).picture).toMatchObject({ width: 900, height: 400 });
  });

  it("has one name for the same bytes", async () => {
    const [one, other] = [await madeOf(plain(300, 200).png()), await madeOf(plain(300, 200).png())];
    expect(one.picture.sha256).toBe(other.picture.sha256);
  });
});

describe("a file is refused", () => {
  const jpeg = () => plain(1200, 900).jpeg().toBuffer();
  it.each([
    ["picture-kind", "nothing", () => Buffer.alloc(0)],
    ["picture-kind", "a text", () => Buffer.from("This is no picture.")],
    ["picture-kind", "an SVG", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["picture-kind", "a GIF", () => plain(20, 20).gif().toBuffer()],
    ["picture-kind", "a TIFF", () => plain(20, 20).tiff().toBuffer()],
    ["picture-kind", "an AVIF", () => plain(20, 20).avif().toBuffer()],
    [
      "picture-broken",
      "what only begins as a picture",
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<script>")]),
    ],
    ["picture-broken", "half a picture", async () => (await jpeg()).subarray(0, 2000)],
    ["picture-pixels", "a small file of many points", () => plain(9000, 9000).png().toBuffer()],
    ["picture-large", "a large file", () => Buffer.alloc(pictureLimits.bytes + 1, 0xff)],
  ])("%s: %s", async (code, _, file) => {
    expect(await readPicture(await file())).toEqual({ ok: false, code });
  });

  it("picture-busy: one of many at once, and nobody else's", async () => {
    const file = await plain(3000, 2000).png().toBuffer();
    const read = await Promise.all(Array.from({ length: 7 }, () => readPicture(file)));
    expect(read.map((one) => (one.ok ? "taken" : one.code))).toEqual([
      ...["taken", "taken", "taken", "taken"],
      ...["picture-busy", "picture-busy", "picture-busy"],
    ]);
    expect((await readPicture(file)).ok).toBe(true);
  });
});
