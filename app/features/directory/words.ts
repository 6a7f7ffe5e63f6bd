import { catalogue } from "#app/lib/words.ts";
import en from "./messages.en.json" with { type: "json" };

export const words = catalogue(en);
