import type { Account } from "../../src/wire/http.ts";
import { Form } from "../shared/form.tsx";
import { passwordField, placedPasswords } from "../shared/passwords.ts";
import { words } from "../words/account-words.ts";
import { words as common } from "../words/office-words.ts";
import type { OwnAccount } from "./own-account.ts";

/** The name is typed, and the password: nobody deletes an account by a slip, or for somebody who left the room. */
export function Leave({ own, account }: { own: OwnAccount; account: Account }) {
  const { username } = account;
  const name = {
    name: "confirm",
    type: "text" as const,
    label: words.leave.confirm(username),
    autocomplete: "off",
    hint: undefined,
    check: (value: string) => (value === username ? undefined : words.leave.another),
  };
  const password = { ...passwordField(common.login.password), name: "leave-password" };
  return (
    <section class="part" aria-labelledby="leave-title">
      <h2 id="leave-title">{words.leave.title}</h2>
      <p>{words.leave.text}</p>
      <Form
        fields={[name, password]}
        action={words.leave.action}
        isFinal
        submit={({ "leave-password": given = "" }) => own.delete(given)}
        placed={(problem) => {
          const { password: wrong } = placedPasswords(problem, "");
          return wrong === undefined ? {} : { "leave-password": wrong };
        }}
      />
    </section>
  );
}
