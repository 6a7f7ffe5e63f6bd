import { expect, it } from "vitest";
import { consentWording } from "#app/features/signatures/signature.ts";
import { currentWording } from "#app/features/site/privacy-wording.ts";

it("a signature records the wording that the privacy page shows", () => {
  expect(consentWording).toBe(currentWording);
});
