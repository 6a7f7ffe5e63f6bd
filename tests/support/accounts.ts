import type { Role } from "#app/features/accounts/account.ts";
import { setAccount } from "#app/features/accounts/set-account.server.ts";
import { addMember } from "#app/features/accounts/campaign-members.server.ts";
import { passwordHash } from "#app/features/accounts/password.server.ts";
import { signIn } from "#app/http/sign-in.server.ts";
import type { By } from "#app/lib/by.ts";
import { transaction } from "#app/lib/db.server.ts";
import { newId } from "#app/lib/id.server.ts";
import { by } from "./routes.ts";

/** Everybody's, in tests. */
export const password = "four words with spaces";

export interface SignedInAs {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Of their session, as the browser sends it: for `open` and `post`. */
  cookie: string;
  /** As verbs are given them. */
  by: (ms?: number) => By;
}

let people = 0;

/** An account of its own, signed in. `memberOf`: ids of the campaigns that it belongs to. */
export async function signedInAs(role: Role, memberOf: string[] = []): Promise<SignedInAs> {
  people += 1;
  const operator: By = { ...by(), actor: "operator" };
  const email = `${role}${people}@example.org`;
  const name = `Sample ${role} ${people}`;
  const hash = await passwordHash(password);
  const id = newId(operator.now);
  await transaction(async (tx) => {
    await setAccount(tx, operator, { id, email, name, role, passwordHash: hash });
    for (const campaignId of memberOf) await addMember(tx, operator, campaignId, id);
  });
  const { headers } = await signIn({ request: new Request("http://localhost/sign-in"), by: by() }, email, password);
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { id, email, name, role, cookie, by: (ms = 0) => ({ ...by(ms), actor: role, accountId: id }) };
}
