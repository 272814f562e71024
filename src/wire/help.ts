/** The body of the call that says where help is. */
import { z } from "zod";

export const HelpBody = z.object({
  /** Empty where the page's own words will do. */
  text: z.string(),
  links: z.array(z.object({ label: z.string(), address: z.string() })),
});
export type HelpBody = z.infer<typeof HelpBody>;
