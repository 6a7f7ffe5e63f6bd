import { z } from "zod";
import { isRole } from "#app/features/accounts/account.ts";
import type { Account } from "#app/features/accounts/account.ts";
import { deviceOf } from "#app/features/accounts/device.ts";
import { noteSeen } from "#app/features/accounts/note-seen.server.ts";
import { isPassword, passwordHash } from "#app/features/accounts/password.server.ts";
import { leastPassword, mostPassword } from "#app/features/accounts/password.ts";
import type { By } from "#app/lib/by.ts";
import { now } from "#app/lib/clock.server.ts";
import { transaction } from "#app/lib/db.server.ts";
import { canonicalEmail } from "#app/lib/email-address.ts";
import { env } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { withinLimits } from "#app/lib/limits.server.ts";
import type { Limit } from "#app/lib/limits.server.ts";
import type { prisma } from "#app/lib/prisma.server.ts";
import { days, minutes } from "#app/lib/time.ts";
import { deviceCookie, knownDevice } from "./device-cookie.server.ts";

/**
 * better-auth, and the one file that knows it: passwords, the second factor, sessions and their cookie. It reads and
 * writes six tables of `accounts` through Prisma and by the machine's own clock; that, and that it has no addresses of
 * its own here, is docs/decisions/017; passkeys are 025.
 */
async function build(client: PrismaClient) {
  const { betterAuth } = await import("better-auth/minimal");
  const { prismaAdapter } = await import("better-auth/adapters/prisma");
  const { twoFactor } = await import("better-auth/plugins/two-factor");
  const { passkey } = await import("@better-auth/passkey");
  const { APP_URL, SESSION_SECRET } = env();
  const made = betterAuth({
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
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        removedAt: { type: "date", required: false, input: false },
      },
    },
    session: {
      expiresIn: days(7) / 1000,
      // Whoever changes how they sign in shows their password, however old the session is.
      freshAge: 0,
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
    plugins: [
      twoFactor({ issuer: "Redress" }),
      passkey({
        rpID: passkeySite().hostname,
        rpName: "Redress",
        origin: passkeySite().origin,
        advanced: { webAuthnChallengeCookie: "passkey" },
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        registration: {
          afterVerification: ({ verification }) => mustBeVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => mustBeVerified(verification.authenticationInfo.userVerified),
        },
      }),
    ],
    advanced: {
      cookiePrefix: "redress",
      useSecureCookies: APP_URL.startsWith("https:"),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(now()) },
    },
  });
  return made.api;
}

/** A passkey counts as two factors: the device, and the finger or PIN that its owner showed it. Without that it is one. */
function mustBeVerified(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new Error("the device did not verify its user");
}

/** Where the site is at home for passkeys: browsers know them by a name, and show one to no other. A number is none. */
export function passkeySite(): URL {
  const site = new URL(env().APP_URL);
  if (site.hostname === "127.0.0.1" || site.hostname === "[::1]") site.hostname = "localhost";
  return site;
}

type PrismaClient = ReturnType<typeof prisma>;
let built: { client: PrismaClient; api: ReturnType<typeof build> } | undefined;

/**
 * Loaded and made at its first use: half a second that a process which starts again while supporters wait does without.
 * Made anew for a database that was closed and opened again.
 */
async function auth() {
  const opened = await import("#app/lib/prisma.server.ts");
  const client = opened.prisma();
  if (built?.client !== client) built = { client, api: build(client) };
  return built.api;
}

/** Who asks, and by which of their sessions. */
export interface SignedIn {
  account: Account;
  sessionId: string;
  hasSecondFactor: boolean;
}

/** A request, and who makes it. */
type Asked = { request: Request; by: By };

/** The account whose session the request's cookie names, as it stands in the database now; null: nobody's. */
export async function signedIn(request: Request): Promise<SignedIn | null> {
  if (!cookieNamed("session_token").test(request.headers.get("cookie") ?? "")) return null;
  const found = await (await auth()).getSession({ headers: cookiesOf(request) });
  // Who signs in while their account is being removed has a session that the removal did not see.
  if (!found || found.user.removedAt || !isRole(found.user.role)) return null;
  const { id, name, email, role } = found.user;
  return {
    account: { id, name, email, role },
    sessionId: found.session.id,
    hasSecondFactor: found.user.twoFactorEnabled === true,
  };
}

/** What came of a try to sign in, and the cookies that go with it. */
export interface SignInAnswer {
  outcome: "signed-in" | "second-factor" | "refused";
  /** `Set-Cookie`, one for each. */
  headers: Headers;
}

/** Tries of one network: a household or an office, not a list of passwords. */
const networkLimit: Limit = { name: "sign-in", most: 30, perMs: minutes(15) };
/** Of those, for one address, known or not. Whoever uses them up locks nobody out who comes from another network. */
const addressLimit: Limit = { name: "sign-in-address", most: 10, perMs: minutes(15) };
/** Tries of one address from wherever they come: many networks together guess no faster. */
const everywhereLimit: Limit = { name: "sign-in-everywhere", most: 100, perMs: minutes(60) };
/** Tries of one browser with which the address has signed in before; they count nowhere else. */
const deviceLimit: Limit = { name: "sign-in-device", most: 10, perMs: minutes(15) };
/** Asking for a passkey: each leaves a row for some minutes. */
const passkeyLimit: Limit = { name: "passkey", most: 60, perMs: minutes(15) };
/** Tries of a password by whoever has a session of its account, by whatever form. */
const ownLimit: Limit = { name: "own-password", most: 10, perMs: minutes(15) };

/** Takes a share of each limit, in a transaction of its own: what is tried after it is better-auth's. */
function mayTry(by: By, limits: Parameters<typeof withinLimits>[2]): Promise<boolean> {
  return transaction(async (tx) => withinLimits(tx, by, limits));
}

/**
 * Tries an address and a password. Somebody unknown, somebody removed, a wrong password and one try too many are one
 * answer. With a second factor nobody is signed in yet: the cookie says for some minutes that the password was right.
 */
export async function signIn({ request, by }: Asked, email: string, password: string): Promise<SignInAnswer> {
  const address = canonicalEmail(email);
  const device = knownDevice(request, email);
  const limits = device
    ? [{ limit: deviceLimit, of: device }]
    : [{ limit: networkLimit }, { limit: addressLimit, scope: address }, { limit: everywhereLimit, of: address }];
  if (!(await mayTry(by, limits)) || password.length > mostPassword) return refused();
  const answer = await (
    await auth()
  ).signInEmail({
    body: { email, password },
    headers: cookiesOf(request),
    asResponse: true,
  });
  return signInAnswer(by, answer);
}

/** How the second factor is shown: by the app's six digits, or by a recovery code, which is used up. */
export type SecondFactor = "app" | "recovery";

/**
 * The second half of signing in. better-auth takes five codes after one password, and ten wrong ones in a row of one
 * account in a quarter of an hour; whose password was not right a few minutes ago is refused like a wrong code.
 */
export async function showSecondFactor(
  { request, by }: Asked,
  kind: SecondFactor,
  code: string,
): Promise<SignInAnswer> {
  const isWithin = await mayTry(by, [{ limit: networkLimit }]);
  if (!isWithin) return refused();
  const headers = cookiesOf(request);
  const { verifyTOTP, verifyBackupCode } = await auth();
  const verify = kind === "app" ? verifyTOTP : verifyBackupCode;
  return signInAnswer(by, await verify({ body: { code }, headers, asResponse: true }));
}

/** Whether the request comes from somebody whose password was right a few minutes ago. */
export function awaitsSecondFactor(request: Request): boolean {
  return cookieNamed("two_factor").test(request.headers.get("cookie") ?? "");
}

const refused = (): SignInAnswer => ({ outcome: "refused", headers: new Headers() });

const signInBody = z.object({
  twoFactorRedirect: z.boolean().optional(),
  user: z.object({ id: z.string(), email: z.string() }).optional(),
});

async function signInAnswer(by: By, answer: Response): Promise<SignInAnswer> {
  if (answer.status >= 500) throw new Error("signing in failed");
  const headers = setCookies(answer.headers);
  if (!answer.ok) return { outcome: "refused", headers };
  const { twoFactorRedirect, user } = signInBody.parse(await answer.json());
  if (twoFactorRedirect) return { outcome: "second-factor", headers };
  if (user) {
    await noteSeen(by, user.id, null);
    headers.append("Set-Cookie", deviceCookie(user.email));
  }
  return { outcome: "signed-in", headers };
}

/** Ends the session of the request and takes its cookie away. */
export async function signOut(request: Request): Promise<Headers> {
  return setCookies((await (await auth()).signOut({ headers: cookiesOf(request), asResponse: true })).headers);
}

/** Whether whoever is signed in may try their password once more. */
function mayTryPassword(by: By): Promise<boolean> {
  return mayTry(by, [{ limit: ownLimit, of: by.accountId ?? "" }]);
}

/**
 * Changes the password of whoever is signed in; their other sessions end. Null: the current one was wrong, or one try
 * too many.
 */
export async function changePassword({ request, by }: Asked, currentPassword: string, newPassword: string) {
  if (!(await mayTryPassword(by))) return null;
  const body = { currentPassword, newPassword, revokeOtherSessions: true };
  return doneOrNull(await (await auth()).changePassword({ body, headers: cookiesOf(request), asResponse: true }));
}

/** What an authenticator app is given, and the recovery codes, each shown this once. */
export interface SecondFactorSetUp {
  /** `otpauth://…`, for the picture to scan. */
  uri: string;
  recoveryCodes: string[];
}

/**
 * Begins to set up a second factor, which holds once `confirmSecondFactor` has seen a code. Null: a wrong password, or
 * one try too many.
 */
export async function beginSecondFactor({ request, by }: Asked, password: string): Promise<SecondFactorSetUp | null> {
  if (!(await mayTryPassword(by))) return null;
  const answer = await (
    await auth()
  ).enableTwoFactor({
    body: { password },
    headers: cookiesOf(request),
    asResponse: true,
  });
  if (answer.status >= 500) throw new Error("setting up the second factor failed");
  if (!answer.ok) return null;
  const made = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) }).parse(await answer.json());
  return { uri: made.totpURI, recoveryCodes: made.backupCodes };
}

/** The app shows this code: from now on it is asked for. Null: it is not the code. */
export async function confirmSecondFactor(request: Request, code: string): Promise<Headers | null> {
  return doneOrNull(await (await auth()).verifyTOTP({ body: { code }, headers: cookiesOf(request), asResponse: true }));
}

/** Signing in asks for the password alone again. Null: the password was wrong, or one try too many. */
export async function endSecondFactor({ request, by }: Asked, password: string): Promise<Headers | null> {
  if (!(await mayTryPassword(by))) return null;
  const headers = cookiesOf(request);
  return doneOrNull(await (await auth()).disableTwoFactor({ body: { password }, headers, asResponse: true }));
}

function doneOrNull(answer: Response): Headers | null {
  if (answer.status >= 500) throw new Error("changing the account failed");
  return answer.ok ? setCookies(answer.headers) : null;
}

/** Finds one of better-auth's cookies, under https too. */
const cookieNamed = (name: string) => new RegExp(`(?:^|[;\\s])(?:__Secure-)?redress\\.${name}=`);

/** What a browser is to do with a passkey, for `PublicKeyCredential.parse…OptionsFromJSON`, and the cookie that goes with it. */
export type PasskeyAsked = { options: Record<string, unknown>; headers: Headers };

const optionsBody = z.record(z.string(), z.unknown());

async function asked(answer: Response): Promise<PasskeyAsked> {
  if (!answer.ok) throw new Error("asking for a passkey failed");
  return { options: optionsBody.parse(await answer.json()), headers: setCookies(answer.headers) };
}

/** Begins to add a passkey for whoever is signed in. Null: a wrong password, or one try too many. */
export async function beginPasskey({ request, by }: Asked, password: string): Promise<PasskeyAsked | null> {
  if (!(await mayTryPassword(by))) return null;
  const headers = cookiesOf(request);
  const { verifyPassword, generatePasskeyRegistrationOptions } = await auth();
  const verified = await verifyPassword({ body: { password }, headers, asResponse: true });
  if (verified.status >= 500) throw new Error("checking the password failed");
  return verified.ok ? asked(await generatePasskeyRegistrationOptions({ headers, query: {}, asResponse: true })) : null;
}

/** Adds what the browser made of it. Null: nothing that can be kept, or not within some minutes. */
export async function addPasskey(request: Request, name: string, credential: string): Promise<Headers | null> {
  const response = credentialOf(added, credential);
  if (!response) return null;
  const { verifyPasskeyRegistration } = await auth();
  const body = { response, name };
  return madeOrNull(await verifyPasskeyRegistration({ body, headers: cookiesOf(request), asResponse: true }));
}

/** Asks a browser for a passkey of this site, whoever's it is. Null: the network tried too often. */
export async function askForPasskey(by: By): Promise<PasskeyAsked | null> {
  if (!(await mayTry(by, [{ limit: passkeyLimit }]))) return null;
  // Of nobody who is signed in already: it would tell their passkeys.
  const headers = new Headers();
  const { generatePasskeyAuthenticationOptions } = await auth();
  const { options, ...more } = await asked(await generatePasskeyAuthenticationOptions({ headers, asResponse: true }));
  return { options: { ...options, userVerification: "required" }, ...more };
}

/** Signs in by what the browser answered. It is both factors (docs/decisions/025), so no code is asked for. */
export async function signInWithPasskey({ request, by }: Asked, credential: string): Promise<SignInAnswer> {
  const response = credentialOf(shown, credential);
  if (!response || !(await mayTry(by, [{ limit: networkLimit }]))) return refused();
  const { verifyPasskeyAuthentication } = await auth();
  const headers = cookiesOf(request);
  return signInAnswer(by, await verifyPasskeyAuthentication({ body: { response }, headers, asResponse: true }));
}

/** What a browser made of a passkey, in shape; what it says is better-auth's to verify. */
const made = z.looseObject({
  // Base64url, by which it is looked up.
  id: z
    .string()
    .max(1500)
    .regex(/^[\w-]+$/),
  rawId: z.string(),
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}),
});
const added = made.extend({ response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }) });
const shown = made.extend({
  response: z.looseObject({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});

function credentialOf<S extends z.ZodType>(shape: S, text: string): z.output<S> | null {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** better-auth answers 500 to what a browser sends that cannot be verified. */
function madeOrNull(answer: Response): Headers | null {
  return answer.ok ? setCookies(answer.headers) : null;
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
