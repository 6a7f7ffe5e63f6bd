import { expect, it } from "vitest";
import { readUpload } from "./parse-form.server.ts";

const end = "\r\n--b--\r\n";
const begin = `--b\r\nContent-Disposition: form-data; name="picture"; filename="a.png"\r\n\r\n`;

it("reads four forms with files at a time, and each of the others once one of them is done", async () => {
  const begun: (() => void)[] = [];
  const upload = () => {
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          const bytes = (text: string) => new TextEncoder().encode(text);
          return new Promise<void>((resolve) =>
            begun.push(() => {
              controller.enqueue(bytes(`${begin}x${end}`));
              controller.close();
              resolve();
            }),
          );
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    return readUpload(new Request("http://site/", { method: "POST", headers, body, duplex: "half" }), [], "picture");
  };
  const settled = () => new Promise(setImmediate);
  const reading = Array.from({ length: 6 }, upload);
  await settled();
  expect(begun).toHaveLength(4);
  begun[0]?.();
  await reading[0];
  await settled();
  expect(begun).toHaveLength(5);
  for (let at = 1; at < 6; at += 1) {
    await settled();
    begun[at]?.();
    expect((await reading[at])?.file).toHaveLength(1);
  }
});
