import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Problem } from "../../src/wire/http.ts";
import { Changing } from "../shared/changing.tsx";
import { words } from "../words/words.ts";
import { type Errors, FIELDS, type FieldName, mistakes, placed, type Values } from "./account.ts";
import { Field } from "./field.tsx";

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
  const values = {
    email: useSignal(email),
    username: useSignal(""),
    password: useSignal(""),
  };
  const errors = useSignal<Errors>({});
  const problem = useSignal("");
  const busy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors.value]);

  const send = async () => {
    if (busy.peek()) return;
    const given = {
      email: values.email.peek().trim(),
      username: values.username.peek().trim(),
      password: values.password.peek(),
    };
    problem.value = "";
    errors.value = mistakes(given, fields, isNew);
    if (Object.keys(errors.peek()).length > 0) return;
    busy.value = true;
    const refused = await submit(given);
    busy.value = false;
    if (!refused) return;
    errors.value = placed(refused, given, fields);
    if (Object.keys(errors.peek()).length === 0) problem.value = refused.detail;
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {fields.map((name) => (
        <Field
          key={name}
          name={name}
          {...FIELDS[name](isNew)}
          value={values[name]}
          error={errors.value[name]}
        />
      ))}
      {problem.value !== "" && (
        <p class="error" role="alert">
          <Changing text={problem.value} />
        </p>
      )}
      <button type="submit" class="go" aria-disabled={busy.value}>
        <Changing text={busy.value ? words.login.busy : action} />
      </button>
    </form>
  );
}
