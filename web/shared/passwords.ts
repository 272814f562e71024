import type { Problem } from "../../src/wire/http.ts";
import { PASSWORD_MIN_CHARS } from "../../src/wire/limits.ts";
import { words } from "../words/office-words.ts";
import { fieldErrors } from "./field-errors.ts";
import type { Errors, FormField } from "./form.tsx";

/** The field of a password that is yet to be chosen. */
export function newPasswordField(name: string, label: string): FormField {
  return {
    name,
    type: "password",
    label,
    autocomplete: "new-password",
    hint: words.login.passwordHint(PASSWORD_MIN_CHARS),
    check: (value) =>
      value.length < PASSWORD_MIN_CHARS ? words.login.passwordShort(PASSWORD_MIN_CHARS) : undefined,
  };
}

/** The field of the password that an account has. */
export function passwordField(label: string): FormField {
  return {
    name: "password",
    type: "password",
    label,
    autocomplete: "current-password",
    hint: undefined,
  };
}

/** What the server refused about passwords, by field; `next` is the one that is to be chosen. */
export function placedPasswords(problem: Problem, next: string): Errors {
  const { code, detail } = problem;
  if (code === "wrong_password") return { password: detail };
  if (code === "common_password") return { [next]: detail };
  return Object.fromEntries(fieldErrors(problem).map(({ field, detail }) => [field, detail]));
}
