import { expect } from "vitest";
import { readPicture } from "#app/features/blobs/read-picture.server.ts";
import * as partRoute from "../../app/routes/organize.c.$slug.$part.tsx";
import * as newRoute from "../../app/routes/organize.new.tsx";
import * as pictureRoute from "../../app/routes/pictures.$sha256.ts";
import type { SignedInAs } from "./accounts.ts";
import { at, formOf } from "./organizers.ts";
import { withFile } from "./pictures.ts";
import { post } from "./routes.ts";

/** What the address of a picture answers now. */
export function fetched(sha256: string): Promise<Response> {
  const context = { network: "192.0.2.1", loopback: false };
  return pictureRoute.loader({ params: { sha256 }, context } as never);
}

/** The same as a status. */
export const statusOf = (sha256: string): Promise<number> =>
  fetched(sha256)
    .catch((thrown: Response) => thrown)
    .then(({ status }) => status);

/** The names under which a file is kept: for the page, for a phone, for shared links. */
export async function namesOf(file: Buffer): Promise<string[]> {
  const read = await readPicture(file);
  return read.ok ? read.blobs.map(({ sha256 }) => sha256) : [];
}

/** A campaign of somebody's that nobody has written yet; answers its slug. */
export async function newCampaign(who: SignedInAs, title: string): Promise<string> {
  const { location } = await post(newRoute, { kind: "resolution", title, template: "" }, { cookie: who.cookie });
  return location?.split("/")[3] ?? "";
}

/** Puts a picture into a campaign by its story's form. */
export async function addPictureTo(who: SignedInAs, slug: string, file: Buffer): Promise<void> {
  const form = withFile(await formOf(who, slug, "story"), file);
  expect((await post(partRoute, form, at(who, slug, "story"))).status).toBe(303);
}
