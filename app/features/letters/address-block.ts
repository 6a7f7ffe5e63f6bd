import type { Recipient } from "#app/features/directory/official.ts";
import { countryInAddress, stateAfterTown, stateName } from "#app/lib/region-names.ts";
import type { Writer } from "./compose-letter.ts";
import { readsInTheUs, stateCodeOf } from "./writer-place.ts";

/** Countries where the postal code follows the town; elsewhere it stands before it (Universal Postal Union). */
const codeAfterTown =
  "AU BD BH BM BN BR CA CN CO EG FK FM GB GG GI HN ID IE IM IN IO IQ IR JE JM JO JP KE KH KR KY LB LK LS LV MH MM MN MT MV NF NG NP NZ PE PG PK PW RU SA SG SH SO SZ TC TH TW US VE VG VN ZA".split(
    " ",
  );

type Address = Pick<Writer, "country" | "streetAddress" | "locality" | "region" | "postalCode" | "stateDivisionId">;

/**
 * A writer's address, line by line, in the order of the writer's own country. The country stands last where writer or
 * reader is outside the United States. Only lines that say something.
 */
export function addressBlock(writer: Address, recipient: Pick<Recipient, "officeId">, locale: string): string[] {
  const { country, streetAddress, postalCode } = writer;
  const town = townAndRegion(writer);
  const line = codeAfterTown.includes(country) ? [town, postalCode] : [postalCode, town];
  const showsCountry = country !== "US" || !readsInTheUs(recipient);
  const lines = [
    streetAddress,
    line.filter(Boolean).join(" "),
    showsCountry ? countryInAddress(locale, country) : "",
  ].filter(Boolean);
  return lines.filter((one, index) => one !== lines[index - 1]);
}

function townAndRegion(writer: Address): string {
  const { country, locality } = writer;
  const region = country === "US" ? regionInTheUs(writer) : writer.region;
  const isSame = region.toLowerCase() === locality.toLowerCase();
  return [locality, isSame ? "" : region].filter(Boolean).join(", ");
}

function regionInTheUs(writer: Address): string {
  const code = stateCodeOf(writer);
  return writer.locality ? stateAfterTown(code) : stateName(code);
}
