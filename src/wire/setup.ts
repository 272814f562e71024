/** The first run: what the setup link opens, and what it takes. */
import { z } from "zod";
import { Account, Registration, Token, TopicChange } from "./http.ts";
import { timestamp, timezone } from "./values.ts";

/** What the form begins with. `zone_fixed`: why no other zone can be chosen; null where one can. */
export const SetupForm = z.object({
  time: timestamp,
  topic: z.string(),
  rules: z.string(),
  timezone: z.string(),
  zone_fixed: z.enum(["variable", "said"]).nullable(),
});
export type SetupForm = z.infer<typeof SetupForm>;

/** What is left out stays as it is. */
export const Setup = Registration.extend({
  secret: z.string().min(1).max(256),
  ...TopicChange.partial().shape,
  timezone: timezone.optional(),
});
export type Setup = z.infer<typeof Setup>;

export const FirstAdmin = Account.extend(Token.shape);
export type FirstAdmin = z.infer<typeof FirstAdmin>;
