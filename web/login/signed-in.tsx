import type { Me } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { signOut } from "../shared/sign-out.ts";
import { words as common } from "../words/office-words.ts";
import { words } from "../words/setup-words.ts";

/** Who one is, and the ways on. */
export function SignedIn({ me, signedOut }: { me: Me; signedOut: () => void }) {
  const isStaff = me.is_admin || me.is_moderator;
  return (
    <>
      <h1>{words.signedIn.as(me.username)}</h1>
      <nav class="ways-on" aria-label={words.signedIn.as(me.username)}>
        <a class="go" href={address("/")}>
          {common.login.back}
        </a>
        <a class="quiet" href={address("/account")}>
          {words.signedIn.account}
        </a>
        {isStaff && (
          <a class="quiet" href={address("/admin")}>
            {common.head.admin}
          </a>
        )}
        <button type="button" class="quiet" onClick={() => void signOut().then(signedOut)}>
          {common.head.signOut}
        </button>
      </nav>
    </>
  );
}
