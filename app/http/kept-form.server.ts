import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { textsBesideFiles } from "#app/lib/texts-beside-files.server.ts";
import type { TextsBesideFiles } from "#app/lib/texts-beside-files.server.ts";
import { isSecretField } from "./secret-field.ts";

/** More fields than any page of ours sends. */
const mostFields = 1000;

/**
 * What a refused post carried, to be sent again as it was, and whether a file was with it, which a browser does not give
 * twice. Nothing where the body has been read already.
 */
export async function keptForm(request: Request): Promise<TextsBesideFiles> {
  try {
    const { fields, hadFile } = await textsOf(request);
    return { fields: fields.filter(([name]) => !isSecretField(name)).slice(0, mostFields), hadFile };
  } catch {
    return { fields: [], hadFile: false };
  }
}

async function textsOf(request: Request): Promise<TextsBesideFiles> {
  const type = request.headers.get("content-type") ?? "";
  if (request.bodyUsed || request.body === null) return { fields: [], hadFile: false };
  if (/^multipart/i.test(type)) return textsBesideFiles(Readable.fromWeb(request.body as ReadableStream), type);
  const form = await request.clone().formData();
  const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === "string";
  return { fields: [...form.entries()].filter(isText), hadFile: false };
}
