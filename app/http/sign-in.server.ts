import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";
import { twoFactor } from "better-auth/plugins/two-factor";
import { isRole } from "#app/features/accounts/account.ts";
import type { Account } from "#app/features/accounts/account.ts";
import { deviceOf } from "#app/features/accounts/device.ts";
import { isPassword, leastPassword, mostPassword, passwordHash } from "#app/features/accounts/password.server.ts";
import { now } from "#app/lib/clock.server.ts";
import { prisma } from "#app/lib/db.server.ts";
import { env } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { days } from "#app/lib/time.ts";

/**
 * better-auth, and the one file that knows it: passwords, the second factor, sessions and their cookie. It reads and
 * writes five tables of `accounts` through Prisma and by the machine's own clock; that, and that it has no addresses of
 * its own here, is docs/decisions/017.
 */
function build(client: ReturnType<typeof prisma>) {
  const { APP_URL, SESSION_SECRET } = env();
  return betterAuth({
    appName: "Redress",
    baseURL: APP_URL,
    secret: SESSION_SECRET,
    telemetry: { enabled: false },
    // What it would log may name an address.
    logger: { disabled: true },
    database: prismaAdapter(client, { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: leastPassword,
      maxPasswordLength: mostPassword,
      password: { hash: passwordHash, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    user: { additionalFields: { role: { type: "string", required: true, input: false } } },
    session: {
      expiresIn: days(7) / 1000,
      // A GET writes nothing, and a session ends when it was said to end.
      deferSessionRefresh: true,
      disableSessionRefresh: true,
    },
    // Limits are ours (lib/limits.server.ts): better-auth's hold only for its own addresses.
    rateLimit: { enabled: false },
    databaseHooks: {
      session: {
        create: {
          before: (session) =>
            Promise.resolve({
              data: { ...session, ipAddress: null, userAgent: deviceOf(session.userAgent ?? "") },
            }),
        },
      },
    },
    plugins: [twoFactor({ issuer: "Redress" })],
    advanced: {
      cookiePrefix: "redress",
      useSecureCookies: APP_URL.startsWith("https:"),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(now()) },
    },
  });
}

let built: { client: ReturnType<typeof prisma>; auth: ReturnType<typeof build> } | undefined;

/** Made at its first use, and made anew for a database that was closed and opened again. */
function auth() {
  const client = prisma();
  if (built?.client !== client) built = { client, auth: build(client) };
  return built.auth;
}

/** Who asks, and by which of their sessions. */
export interface SignedIn {
  account: Account;
  sessionId: string;
}

/** The account whose session the request's cookie names, as it stands in the database now; null: nobody's. */
export async function signedIn(request: Request): Promise<SignedIn | null> {
  const found = await auth().api.getSession({ headers: cookiesOf(request) });
  if (!found || !isRole(found.user.role)) return null;
  const { id, name, email, role } = found.user;
  return { account: { id, name, email, role }, sessionId: found.session.id };
}

/** What came of a try to sign in, and the cookies that go with it. */
export interface SignInAnswer {
  outcome: "signed-in" | "second-factor" | "refused";
  /** `Set-Cookie`, one for each. */
  headers: Headers;
}

/**
 * Tries an address and a password. Somebody unknown, somebody removed and a wrong password are one answer, after the same
 * work. With a second factor nobody is signed in yet: the cookie says for some minutes that the password was right.
 */
export async function signIn(request: Request, email: string, password: string): Promise<SignInAnswer> {
  if (password.length > mostPassword) return { outcome: "refused", headers: new Headers() };
  const answer = await auth().api.signInEmail({
    body: { email, password },
    headers: cookiesOf(request),
    asResponse: true,
  });
  if (!answer.ok) return { outcome: "refused", headers: new Headers() };
  const body = (await answer.json()) as { twoFactorRedirect?: boolean };
  return { outcome: body.twoFactorRedirect ? "second-factor" : "signed-in", headers: setCookies(answer.headers) };
}

/** Of better-auth's headers those that we hand on. */
function setCookies(from: Headers): Headers {
  const headers = new Headers();
  for (const cookie of from.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}

/** All that better-auth is told of a request. */
function cookiesOf(request: Request): Headers {
  const headers = new Headers();
  for (const name of ["cookie", "user-agent"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}
