import type { AppLoadContext } from "@remix-run/server-runtime";
import { mayActAs } from "#app/features/accounts/account.ts";
import type { Role } from "#app/features/accounts/account.ts";
import { isMember } from "#app/features/accounts/campaign-members.server.ts";
import { noteSeen } from "#app/features/accounts/note-seen.server.ts";
import { campaignIdOf } from "#app/features/campaigns/campaign-id-of.server.ts";
import type { By } from "#app/lib/by.ts";
import { env } from "#app/lib/env.server.ts";
import { paths } from "#app/lib/paths.ts";
import { visitor } from "./by.server.ts";
import { keptForm } from "./kept-form.server.ts";
import { notFound, privateHeaders, seeOther } from "./responses.server.ts";
import { signedIn } from "./sign-in.server.ts";
import type { SignedIn } from "./sign-in.server.ts";

/** What a loader or an action is given. */
type Args = { request: Request; context: AppLoadContext };

export type Guarded = SignedIn & { by: By };

/**
 * Who is signed in, whatever their role. Asked first in every loader and action: without a session it throws
 * the way to sign in and back, for a POST of something typed a page that keeps what was typed (so the body must not have been read before).
 */
export async function requireAccount({ request, context }: Args): Promise<Guarded> {
  const found = await signedIn(request);
  if (!found) throw await refusal(request);
  const by: By = { ...visitor(context), actor: found.account.role, accountId: found.account.id };
  if (isPost(request)) await noteSeen(by, found.account.id, found.sessionId);
  return { by, ...found };
}

/**
 * The same for somebody of one of these roles, or an admin; to anybody else there is no such page. In production an admin
 * without a second factor is sent to set it up first: who may do everything is worth more than a password.
 */
export async function requireRole(args: Args, ...roles: Role[]): Promise<Guarded> {
  const guarded = await requireAccount(args);
  const { account, hasSecondFactor } = guarded;
  if (!mayActAs(account.role, roles)) throw notFound();
  if (account.role === "admin" && !hasSecondFactor && env().isProduction)
    throw seeOther(paths.accountSecondFactorFirst());
  return guarded;
}

/**
 * The same for one campaign, published or not, with its id: an organizer must be a member of it; staff read every
 * campaign, admins work on every one. A campaign that does not exist and one of somebody else are answered alike.
 */
export async function requireCampaign(
  args: Args,
  slug: string | undefined,
  role: "organizer" | "staff",
): Promise<Guarded & { campaignId: string }> {
  const guarded = await requireRole(args, role);
  const { by, account } = guarded;
  const campaignId = await campaignIdOf(by, slug ?? "");
  if (campaignId === null) throw notFound();
  const isTheirs = account.role !== "organizer" || (await isMember(by, campaignId, account.id));
  if (!isTheirs) throw notFound();
  return { ...guarded, campaignId };
}

const isPost = ({ method }: Request) => method !== "GET" && method !== "HEAD";

async function refusal(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { fields, hadFile } = isPost(request) ? await keptForm(request) : { fields: [], hadFile: false };
  // Also a button where nothing was typed: its address leads to the page that has it.
  if (fields.length === 0) return seeOther(paths.signIn(withoutData(pathname) + search));
  const body = JSON.stringify({ ended: { action: pathname + search, fields, hadFile } });
  return new Response(body, {
    status: 401,
    headers: { ...privateHeaders(), "Content-Type": "application/json; charset=utf-8" },
  });
}

/** The page's own address, where Remix asks for its data alone. */
const withoutData = (pathname: string) => pathname.replace(/\.data$/, "");
