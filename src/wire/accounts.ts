/** Bodies of the calls for an account one has: its password, its sign-ins, its end. */
import { z } from "zod";
import { newPassword, passwordTry, Token } from "./http.ts";
import { timestamp } from "./values.ts";

export const PasswordChange = z.object({ password: passwordTry, new_password: newPassword });
export const PasswordConfirmed = z.object({ password: passwordTry });
export const ResetUse = z.object({ secret: z.string().min(1).max(256), new_password: newPassword });
export const ResetWanted = z.object({ user_id: z.int() });
export const ResetLink = z.object({ link: z.url() });
export type ResetLink = z.infer<typeof ResetLink>;

/** `expires`: when the token does. After the last one of a sign-in it is not renewed. */
export const RenewedToken = Token.extend({ expires: timestamp });
export type RenewedToken = z.infer<typeof RenewedToken>;

/** `since` and `used` are told to the hour: when it began, and when its token was last issued. */
export const SignInBody = z.object({
  id: z.string(),
  since: timestamp,
  used: timestamp,
  current: z.boolean(),
});
export type SignInBody = z.infer<typeof SignInBody>;
export const SignInParam = z.object({ id: z.string().min(1).max(64) });
