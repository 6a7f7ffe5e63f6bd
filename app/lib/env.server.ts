import { resolve } from "node:path";
import { z } from "zod";
import { ensureKeys, parseKeyRing } from "#app/lib/keys.server.ts";
import type { PiiKey } from "#app/lib/keys.server.ts";
import { parseDuration } from "#app/lib/time.ts";

/** A setting is wrong. `faults` has one line for each, without the values: some are secrets. */
export class EnvFault extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(faults.join("\n"));
    this.name = "EnvFault";
    this.faults = faults;
  }
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((n) => n >= from && n <= to);

const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

const parsed = <T>(parse: (text: string) => T | null) =>
  z.string().transform((text, context) => {
    const value = parse(text);
    if (value === null) context.addIssue({ code: "custom" });
    return value as T;
  });

/** Each setting: its schema, and what to say when it is wrong. */
const settings = {
  NODE_ENV: [z.string().optional(), "must be a text"],
  PORT: [wholeNumber(0, 65_535).default(3000), "must be a port number, 0 to 65535"],
  HOST: [
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default("127.0.0.1"),
    "must be an address or host name to listen on",
  ],
  APP_URL: [
    parsed((text) => originOf(text)).optional(),
    "must be an origin such as https://example.org, without a path",
  ],
  DATABASE_URL: [url(["postgres:", "postgresql:"]).optional(), "must be a postgresql:// address"],
  DATA_DIR: [z.string().default(".data"), "must be a folder"],
  SESSION_SECRET: [z.string().min(32).optional(), "must have at least 32 characters"],
  PII_KEYS: [
    parsed(parseKeyRing).optional(),
    "must be a key ring, id:key,id:key, each key 32 bytes in base64url, each id different",
  ],
  LOOKUP_KEY: [z.string().min(32).optional(), "must have at least 32 characters"],
  RESEND_API_KEY: [z.string().regex(/^\S+$/).optional(), "must be a key without spaces"],
  RESEND_BASE_URL: [url(["http:", "https:"]).optional(), "must be an http or https address"],
  RESEND_RATE_PER_SECOND: [wholeNumber(1, 1000).default(5), "must be a whole number, 1 to 1000"],
  MAIL_FROM: [
    z
      .string()
      .regex(/^(?:[^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
      .default("Redress <no-reply@redress.example>"),
    "must be an address: name@example.org, or Name <name@example.org>",
  ],
  TRUSTED_PROXIES: [
    parsed((text) => {
      const list = text.split(",").map((part) => part.trim());
      return list.every((part) => /^(?:loopback|linklocal|uniquelocal|[0-9A-Fa-f.:]+(?:\/\d{1,3})?)$/.test(part))
        ? list
        : null;
    }).default([]),
    "must be addresses or networks, separated by commas: 10.0.0.0/8,loopback",
  ],
  ABUSE_LIMITS: [z.enum(["on", "off"]).default("on"), "must be on or off"],
  CLOCK_OFFSET: [
    parsed(parseDuration).default({ months: 0, ms: 0 }),
    "must be an ISO 8601 duration such as P3D or -PT2H",
  ],
  LOG_LEVEL: [z.enum(["error", "warn", "info", "debug"]).default("info"), "must be error, warn, info or debug"],
  DEMO: [z.enum(["on", "off"]).optional(), "must be on or off"],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Name = keyof typeof settings;
type Parsed = { [N in Name]: z.output<(typeof settings)[N][0]> };

/** Every name that is read from the environment. */
export const envNames = Object.keys(settings) as Name[];

export type Settings = Omit<Parsed, "APP_URL"> & { APP_URL: string; isProduction: boolean };
export type Env = Settings & { SESSION_SECRET: string; PII_KEYS: PiiKey[]; LOOKUP_KEY: string };

/** Parses an environment; an empty value counts as absent. The three secrets may be absent outside production. */
export function parseEnv(record: Record<string, string | undefined>): Settings {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const name of envNames) {
    const [schema, sentence] = settings[name];
    const result = schema.safeParse(record[name] || undefined);
    if (result.success) values[name] = result.data;
    else faults.push(`${name} ${sentence}`);
  }
  // Read through the record: a bundler replaces the literal `process.env.NODE_ENV`.
  const isProduction = record.NODE_ENV === "production";
  if (isProduction) faults.push(...productionFaults(record));
  if (faults.length > 0) throw new EnvFault(faults);

  const all = values as Parsed;
  const dataDir = resolve(all.DATA_DIR);
  return {
    ...all,
    DATA_DIR: dataDir,
    APP_URL: all.APP_URL ?? `http://${reachable(all.HOST)}:${all.PORT}`,
    isProduction,
  };
}

function productionFaults(record: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  for (const name of ["SESSION_SECRET", "PII_KEYS", "LOOKUP_KEY"] as const) {
    if (!record[name]) faults.push(`${name} is required in production`);
  }
  if (record.CLOCK_OFFSET) faults.push("CLOCK_OFFSET is refused in production");
  if (record.DEMO === "on") faults.push("DEMO=on is refused in production");
  if (record.ABUSE_LIMITS === "off") faults.push("ABUSE_LIMITS=off is refused in production");
  return faults;
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  const isOrigin = address.pathname === "/" && !address.search && !address.hash && !address.username;
  return isOrigin && ["http:", "https:"].includes(address.protocol) ? address.origin : null;
}

/** The name by which a browser on this machine reaches what listens on `host`. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

let parsedOnce: Env | undefined;

/** The settings of this process, parsed at the first call. Throws `EnvFault`. */
export function env(): Env {
  return (parsedOnce ??= readEnv());
}

function readEnv(): Env {
  const own = parseEnv(process.env);
  if (own.SESSION_SECRET && own.PII_KEYS && own.LOOKUP_KEY) return own as Env;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));
  const { SESSION_SECRET, PII_KEYS, LOOKUP_KEY } = ensureKeys(own.DATA_DIR);
  return parseEnv({ SESSION_SECRET, PII_KEYS, LOOKUP_KEY, ...given }) as Env;
}
