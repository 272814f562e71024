import { Form } from "../shared/form.tsx";
import { newPasswordField, passwordField, placedPasswords } from "../shared/passwords.ts";
import { words } from "../words/account-words.ts";
import { words as common } from "../words/office-words.ts";
import type { OwnAccount } from "./own-account.ts";
import { SaidLine } from "./said-line.tsx";

/** Drawn anew once it is changed, so that no password stays on the page. */
export function ChangePassword({ own }: { own: OwnAccount }) {
  return (
    <section class="part" aria-labelledby="password-title">
      <h2 id="password-title">{words.password.title}</h2>
      <p>{words.password.ends}</p>
      <SaidLine said={own.saidOfPassword.value} />
      <Form
        key={own.changes.value}
        fields={[
          passwordField(words.password.current),
          newPasswordField("new_password", common.login.newPassword),
        ]}
        action={words.password.action}
        submit={({ password = "", new_password = "" }) =>
          own.changePassword(password, new_password)
        }
        placed={(problem) => placedPasswords(problem, "new_password")}
      />
    </section>
  );
}
