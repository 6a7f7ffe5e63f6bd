import { z } from "zod";

const ended = z.object({
  status: z.literal(401),
  data: z.object({
    ended: z.object({
      action: z.string(),
      fields: z.array(z.tuple([z.string(), z.string()])),
      /** A file was chosen too: a page cannot give it back. */
      hadFile: z.boolean(),
    }),
  }),
});

/** What somebody posted after their session had ended, and to where. */
export type EndedSession = z.output<typeof ended>["data"]["ended"];

/** It, of what reached the root as an error; null for everything else. */
export function endedSession(error: unknown): EndedSession | null {
  const found = ended.safeParse(error);
  return found.success ? found.data.data.ended : null;
}
