import sharp from "sharp";

/** A picture of one colour, as a file. */
export const picture = (width: number, height: number, red = 20): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: red, g: 60, b: 90 } } })
    .jpeg()
    .toBuffer();

/** A form as a browser sends it with a file in its field `picture`. */
export function withFile(fields: Record<string, string>, bytes: Uint8Array, name = 'chairs; "1".jpg'): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("picture", new File([new Uint8Array(bytes)], name, { type: "image/jpeg" }));
  return form;
}
