import { actsOf } from "#app/features/letters/audience.ts";
import type { Audience } from "#app/features/letters/audience.ts";
import { words } from "#app/features/campaigns/words.ts";

/** A kind of reader as an organizer calls it; one office alone by its id, where nothing better is known. */
export function audienceName(locale: string, audience: string, officeName?: string): string {
  const t = words(locale);
  if (isAudience(audience)) return t(`audience.${audience}`);
  return t("audience.one", { office: officeName ?? audience.replace(/^office:/, "") });
}

/** What a kind of reader can be asked; `kind` is that of the office where the words are for one office alone. */
export function actsFor(audience: string, kind?: string): readonly string[] {
  const of = isAudience(audience) ? audience : (kind ?? "executive");
  return isAudience(of) ? actsOf[of] : [];
}

function isAudience(text: string): text is Audience {
  return Object.hasOwn(actsOf, text);
}
