import type { Problem } from "../../src/wire/http.ts";
import { PASSWORD_MIN_CHARS, USERNAME_PATTERN } from "../../src/wire/limits.ts";
import type { FieldText } from "../shared/field.tsx";
import { fieldErrors } from "../shared/field-errors.ts";
import type { Errors } from "../shared/form.tsx";
import { words } from "../words/office-words.ts";

export type FieldName = "email" | "username" | "password";
export type Values = Record<FieldName, string>;

/** How each field presents itself on the way in, and to somebody new. */
export const FIELDS: Record<FieldName, (isNew: boolean) => FieldText> = {
  email: (isNew) => ({
    type: "email",
    label: words.login.email,
    // The e-mail is what a password manager has to keep as the name to sign in with.
    autocomplete: "username",
    hint: isNew ? words.login.emailHint : undefined,
  }),
  username: () => ({
    type: "text",
    label: words.login.username,
    autocomplete: "nickname",
    hint: words.login.usernameHint,
  }),
  password: (isNew) => ({
    type: "password",
    label: words.login.password,
    autocomplete: isNew ? "new-password" : "current-password",
    hint: isNew ? words.login.passwordHint(PASSWORD_MIN_CHARS) : undefined,
  }),
};

/** What can be told to be wrong before the server is asked. */
export function misshapen(name: FieldName, value: string): string | undefined {
  switch (name) {
    case "email":
      return /^\S+@\S+\.\S+$/.test(value) ? undefined : words.login.emailShape;
    case "username":
      return USERNAME_PATTERN.test(value) ? undefined : words.login.usernameShape;
    case "password":
      return value.length < PASSWORD_MIN_CHARS
        ? words.login.passwordShort(PASSWORD_MIN_CHARS)
        : undefined;
  }
}

/** What the server refused, by the field that it is about; empty when it is about none. */
export function placed(problem: Problem, values: Values, fields: readonly FieldName[]): Errors {
  const errors: Record<string, string> = {};
  if (problem.code === "email_taken") errors["email"] = problem.detail;
  if (problem.code === "username_taken") errors["username"] = problem.detail;
  if (problem.code === "common_password") errors["password"] = problem.detail;
  if (problem.code === "wrong_credentials") errors["password"] = problem.detail;
  for (const { field, detail } of fieldErrors(problem)) {
    const name = fields.find((known) => known === field);
    if (!name) continue;
    // The server knows better than the page what an address is.
    const shape = name === "email" ? words.login.emailShape : detail;
    errors[name] ??= misshapen(name, values[name]) ?? shape;
  }
  return errors;
}
