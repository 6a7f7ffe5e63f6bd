import { unstable_createMemoryUploadHandler, unstable_parseMultipartFormData } from "@remix-run/node";
import { isSecretField } from "./secret-field.ts";

/** More fields than any page of ours sends. */
const mostFields = 1000;

/**
 * What a refused post carried, to be sent again as it was; files are not among it, a browser does not give them twice.
 * Nothing where the body has been read already.
 */
export async function keptForm(request: Request): Promise<[string, string][]> {
  if (request.bodyUsed) return [];
  try {
    const isUpload = /^multipart/i.test(request.headers.get("content-type") ?? "");
    const form = isUpload ? await textsOf(request) : await request.clone().formData();
    return [...form.entries()]
      .filter((entry): entry is [string, string] => typeof entry[1] === "string" && !isSecretField(entry[0]))
      .slice(0, mostFields);
  } catch {
    return [];
  }
}

/** What stands in a form beside its files. They pass by unkept: whoever sends them may be anybody. */
function textsOf(request: Request): Promise<FormData> {
  const isText = ({ filename }: { filename?: string }) => filename === undefined;
  return unstable_parseMultipartFormData(request, unstable_createMemoryUploadHandler({ filter: isText }));
}
