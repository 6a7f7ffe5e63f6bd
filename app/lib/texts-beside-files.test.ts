import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { textsBesideFiles } from "./texts-beside-files.server.ts";

async function read(form: FormData) {
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const body = Readable.from(Buffer.from(await request.arrayBuffer()));
  return textsBesideFiles(body, request.headers.get("content-type") ?? "");
}

function formOf(fields: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const text = `Grüße, "Ani"; <b>Հայաստան</b>\r\nSecond line`;

it.each(["chairs.jpg", 'chairs; "1".jpg', "name=other; x.jpg", "Ստեփանակերտ.png", "a\\b.jpg"])(
  "keeps the texts on both sides of a file, whatever it is called: %s",
  async (name) => {
    const file = new File([new Uint8Array(200_000)], name, { type: "image/jpeg" });
    const given: [string, string | File][] = [
      ["story", text],
      ["picture", file],
      ["many", "1"],
      ["many", "2"],
    ];
    expect(await read(formOf(given))).toEqual({
      fields: [
        ["story", text],
        ["many", "1"],
        ["many", "2"],
      ],
      hadFile: true,
    });
  },
);

it("knows a field where nobody chose a file", async () => {
  const form = formOf([
    ["picture", new File([], "")],
    ["summary", text],
  ]);
  expect(await read(form)).toEqual({ fields: [["summary", text]], hadFile: false });
});

it("keeps nothing of more text than a form of ours has, nor of half a form", async () => {
  const page = "x".repeat(200_000);
  await expect(
    read(
      formOf([
        ["a", page],
        ["b", page],
        ["c", page],
      ]),
    ),
  ).rejects.toThrow(RangeError);
  const half = Readable.from(Buffer.from('--b\r\nContent-Disposition: form-data; name="story"\r\n\r\nHalf a'));
  await expect(textsBesideFiles(half, "multipart/form-data; boundary=b")).rejects.toThrow();
  await expect(textsBesideFiles(Readable.from(Buffer.from("x")), "multipart/form-data")).rejects.toThrow();
});

// What is thrown past the promise ends the process: these are anybody's to send.
const part = (head: string) => `--b\r\nContent-Disposition: form-data${head}\r\n\r\nWhat it says`;
const readRaw = (body: string) => textsBesideFiles(Readable.from(Buffer.from(body)), "multipart/form-data; boundary=b");

it("passes over a field that has no name", async () => {
  const body = `${part("")}\r\n${part('; name="story"')}\r\n--b--\r\n`;
  expect(await readRaw(body)).toEqual({ fields: [["story", "What it says"]], hadFile: false });
});

it("keeps nothing of a form that ends within a file", async () => {
  await expect(readRaw(part('; name="picture"; filename="chairs.jpg"'))).rejects.toThrow();
  // Its parts end a moment after it.
  await new Promise(setImmediate);
});
