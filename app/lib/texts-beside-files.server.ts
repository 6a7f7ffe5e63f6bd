import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";

/** What a `multipart/form-data` body says in words, and whether somebody had chosen a file for it. */
export type TextsBesideFiles = { fields: [string, string][]; hadFile: boolean };

/** More than any page of ours sends. */
const most = { fields: 1000, bytes: 512 * 1024 };

/**
 * Reads a form's texts while its files pass by unkept: whoever sends them may be anybody, and no page gives them back.
 * Rejects what is no such form, ends too early, or says more than a form of ours.
 */
export async function textsBesideFiles(body: Readable, contentType: string): Promise<TextsBesideFiles> {
  const fields: [string, string][] = [];
  let hadFile = false;
  let left = most.bytes;
  const reader = new Busboy({
    headers: { "content-type": contentType },
    limits: { fields: most.fields, fieldSize: most.bytes },
  });
  reader.on("field", (name: string | undefined, value) => {
    if (name === undefined) return;
    left -= Buffer.byteLength(name) + Buffer.byteLength(value);
    if (left < 0) reader.destroy(new RangeError("more text than a form of ours has"));
    else fields.push([name, value]);
  });
  reader.on("file", (_name, file, filename) => {
    // A field where nobody chose one comes too, without a name.
    hadFile ||= Boolean(filename);
    // A form that ends within a file is told by the reader too; unheard, it would end the process.
    file.on("error", () => undefined).resume();
  });
  await pipeline(body, reader);
  return { fields, hadFile };
}
