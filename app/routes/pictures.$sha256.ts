import type { LoaderFunctionArgs } from "@remix-run/node";
import { blobOf } from "#app/features/blobs/blob-of.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/**
 * A picture by the name of its bytes, for whoever knows it: before a page is published nobody does but those who write
 * it. The name says the bytes, so what is kept of it anywhere never ages.
 */
export async function loader({ params }: LoaderFunctionArgs) {
  const blob = await blobOf(params.sha256 ?? "");
  if (!blob?.mediaType.startsWith("image/")) throw notFound();
  return new Response(Buffer.from(blob.bytes), {
    headers: {
      "Content-Type": blob.mediaType,
      "Cache-Control": "public, max-age=31536000, immutable",
      // Some are made to be shown elsewhere, beside a link.
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}
