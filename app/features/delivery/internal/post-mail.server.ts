import { Resend } from "resend";
import type { Payload } from "../mail.ts";
import { judge } from "../provider-answer.ts";
import type { Verdict } from "../provider-answer.ts";

type Address = { baseUrl: string; apiKey: string };

/** One attempt. Under one key the provider takes a mail once, however often it is asked. */
export async function postMail(
  { baseUrl, apiKey }: Address,
  key: string,
  payload: Payload,
  timeout: number,
): Promise<Verdict> {
  const resend = new Resend(apiKey, { baseUrl });
  const options = {
    idempotencyKey: key,
    signal: AbortSignal.timeout(timeout),
    // The SDK hands this on to fetch. A redirect could lead past the live lock.
    redirect: "error",
  };
  return judge(await resend.emails.send(payload, options));
}
