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
    const form = await request.clone().formData();
    return [...form.entries()]
      .filter((entry): entry is [string, string] => typeof entry[1] === "string" && !isSecretField(entry[0]))
      .slice(0, mostFields);
  } catch {
    return [];
  }
}
