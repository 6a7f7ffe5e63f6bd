import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { canDrawSharingImage, drawSharingImage } from "./draw-sharing-image.server.ts";
import { sharingImageOf } from "./sharing-image.ts";
import type { SharingImage } from "./sharing-image.ts";

const image: SharingImage = {
  brand: "Redress",
  kicker: "Resolution · Congress, State Department",
  title: "Ask Congress to act for the Armenians detained in Azerbaijan",
  invitation: "Write to your own representatives",
  host: "redress.example",
};
const drawn = async (changes: Partial<SharingImage> = {}) => drawSharingImage({ ...image, ...changes });

/** Whether anything but paper stands in a box of the picture. */
async function hasInk(png: Uint8Array, box: { left: number; top: number; width: number; height: number }) {
  const { data } = await sharp(png).extract(box).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.some((grey) => grey < 200);
}

describe("the picture beside a link", () => {
  it("is a PNG of the size that networks ask for, and small", async () => {
    const png = (await drawn()) ?? new Uint8Array();
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 1200, height: 630 });
    expect(png.length).toBeLessThan(100_000);
    expect(await hasInk(png, { left: 72, top: 230, width: 600, height: 60 })).toBe(true);
    expect(await drawn()).toBe(png);
  });

  it.each([
    ["long", "A demand that goes on and on, with commas, ".repeat(9)],
    ["one long word", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(2)],
  ])("a headline that is %s stays inside its margins", async (_, title) => {
    const png = (await drawn({ title })) ?? new Uint8Array();
    expect(await hasInk(png, { left: 72, top: 220, width: 400, height: 60 })).toBe(true);
    expect(await hasInk(png, { left: 1130, top: 0, width: 70, height: 610 })).toBe(false);
    expect(await hasInk(png, { left: 0, top: 500, width: 1200, height: 36 })).toBe(false);
  });

  it.each([
    "Le droit au retour des Arméniens",
    "Ζητήστε από το Κογκρέσο",
    "Право на возвращение",
    "Quyền trở về",
    "<b>&amp;",
  ])("can be drawn of %s", async (title) => {
    expect(canDrawSharingImage({ ...image, title })).toBe(true);
    expect(await drawn({ title })).not.toBeNull();
  });

  it.each(["Հայերի վերադարձի իրավունքը", "حق العودة", "返回权", "Return ✊"])(
    "is none of %s: our fonts would write boxes",
    async (title) => {
      expect(canDrawSharingImage({ ...image, title })).toBe(false);
      expect(await drawn({ title })).toBeNull();
    },
  );
});

it("says what a reader can do, and no count", () => {
  const campaign = { kind: "petition" as const, audience: "Congress", title: "A sample", hasLetters: true };
  const of = (changes: object, rule: object = { kind: "my-senators" }) =>
    sharingImageOf(
      { ...campaign, targets: [{ rule: rule as never, name: "", can: "" }], ...changes },
      { host: "redress.example", locale: "en", brand: null },
    );
  expect(of({})).toEqual({
    brand: "Redress",
    kicker: "Petition · Congress",
    title: "A sample",
    invitation: "Write to your own representatives",
    host: "redress.example",
  });
  expect(of({}, { kind: "offices", officeIds: ["us/exec/state"] }).invitation).toBe("Write to the people who decide");
  expect(of({ hasLetters: false }).invitation).toBe("Read it and sign");
});
