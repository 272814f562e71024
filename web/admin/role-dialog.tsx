import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { AdminUser } from "../../src/wire/http.ts";
import { words } from "../words/office-words.ts";
import { type Role, roleOf, type Users } from "./users.ts";

type Props = { user: AdminUser; people: Users; close: () => void };

const ROLES: readonly Role[] = ["member", "moderator", "admin"];

/** What an account may do. Opens when it is drawn. */
export function RoleDialog({ user, people, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useSignal<Role>(roleOf(user));
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="role" onClose={close}>
      <form
        method="dialog"
        onSubmit={() => {
          if (chosen.peek() !== roleOf(user)) void people.setRole(user, chosen.peek());
        }}
      >
        <h2 id="role">{words.role.title(user.username)}</h2>
        {ROLES.map((role) => (
          <label key={role} class="option">
            <input
              type="radio"
              name="role"
              value={role}
              checked={chosen.value === role}
              onChange={() => {
                chosen.value = role;
              }}
            />
            <span>
              {words.role.names[role]} <small>{words.role.may[role]}</small>
            </span>
          </label>
        ))}
        <p>{words.role.ends}</p>
        <div class="choices">
          <button type="button" class="act" onClick={() => dialog.current?.close()}>
            {words.admin.cancel}
          </button>
          <button type="submit" class="go">
            {words.role.save}
          </button>
        </div>
      </form>
    </dialog>
  );
}
