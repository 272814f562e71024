import type { Problem } from "../../src/wire/http.ts";
import { Form } from "../shared/form.tsx";
import { FIELDS, type FieldName, misshapen, placed, type Values } from "./account.ts";

type Props = {
  /** What the form asks for, in order. */
  fields: readonly FieldName[];
  /** Whether the account is yet to be made: then its parts are explained and checked. */
  isNew: boolean;
  email: string;
  action: string;
  /** Resolves with what was refused, or with nothing once it is done. */
  submit(values: Values): Promise<Problem | undefined>;
};

/** One form for the account's three doors: in, new, and first. */
export function AccountForm({ fields, isNew, email, action, submit }: Props) {
  return (
    <Form
      fields={fields.map((name) => ({
        ...FIELDS[name](isNew),
        name,
        value: name === "email" ? email : "",
        check: (value) => (isNew ? misshapen(name, value) : undefined),
      }))}
      action={action}
      submit={({ email = "", username = "", password = "" }) =>
        submit({ email, username, password })
      }
      placed={(problem, { email = "", username = "", password = "" }) =>
        placed(problem, { email, username, password }, fields)
      }
    />
  );
}
