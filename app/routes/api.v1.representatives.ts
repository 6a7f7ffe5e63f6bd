import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/server-runtime";
import { representativesAnswer, representativesQuestion } from "#app/features/directory/representatives-answer.ts";
import { representativesOf } from "#app/features/directory/representatives-of.server.ts";
import { visitor } from "#app/http/by.server.ts";
import type { By } from "#app/lib/by.ts";

/** GET ?country=US&postalCode=02139 */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return answer(visitor(context), {
    country: searchParams.get("country") ?? undefined,
    postalCode: searchParams.get("postalCode"),
  });
}

/** POST with a street address in a JSON body: an address is never in a URL. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "GET, HEAD, POST" } });
  const body: unknown = await request.json().catch(() => null);
  return answer(visitor(context), body);
}

async function answer(by: By, asked: unknown): Promise<Response> {
  const question = representativesQuestion.safeParse(asked);
  // What cannot be a question is answered as a code that cannot be a code: with the same shape.
  const found = await representativesOf(by, question.success ? question.data : { country: "US", postalCode: "" });
  const isInvalid = found.status === "invalid_format";
  return Response.json(representativesAnswer(found), {
    status: isInvalid ? 422 : 200,
    headers: { "Cache-Control": "no-store" },
  });
}
