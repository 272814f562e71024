/** Bodies of the calls on one's own account: password, sign-ins, second step, deletion. */
import { z } from "zod";
import { Login, Me, newPassword, passwordTry, Token } from "./http.ts";
import { stepCode, timestamp } from "./values.ts";

/** `code`: of the second step, where the account has one. */
export const SignInTry = Login.extend({ code: stepCode.optional() });
export const PasswordChange = z.object({ password: passwordTry, new_password: newPassword });
export const PasswordConfirmed = z.object({ password: passwordTry });
export const ResetUse = z.object({ secret: z.string().min(1).max(256), new_password: newPassword });
export const ResetWanted = z.object({ user_id: z.int() });
export const ResetLink = z.object({ link: z.url() });
export type ResetLink = z.infer<typeof ResetLink>;

/** `expires`: when the token stops working. The last token of a sign-in cannot be renewed. */
export const RenewedToken = Token.extend({ expires: timestamp });
export type RenewedToken = z.infer<typeof RenewedToken>;

/** `muted` is there while the account is muted: until when (null: until staff lift it), and why. */
export const OwnAccountBody = Me.extend({
  muted: z.object({ until: timestamp.nullable(), reason: z.string().optional() }).optional(),
});
export type OwnAccountBody = z.infer<typeof OwnAccountBody>;

/** `since`: when the sign-in began. `used`: when its last token was issued. Both are rounded down to the hour. */
export const SignInBody = z.object({
  id: z.string(),
  since: timestamp,
  used: timestamp,
  current: z.boolean(),
});
export type SignInBody = z.infer<typeof SignInBody>;
export const SignInParam = z.object({ id: z.string().min(1).max(64) });

/** The second step of an account: whether it is on, and how many recovery codes are left. */
export const SecondStepState = z.object({ on: z.boolean(), recovery_codes: z.int() });
export type SecondStepState = z.infer<typeof SecondStepState>;
/** For an authenticator app: the secret in base32, and as an `otpauth:` address for a QR code. */
export const SecondStepBegun = z.object({ secret: z.string(), address: z.string() });
export type SecondStepBegun = z.infer<typeof SecondStepBegun>;
export const StepCode = z.object({ code: stepCode });
export const StepConfirmed = z.object({ password: passwordTry, code: stepCode });
export const RecoveryCodes = z.object({ recovery_codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
