import { render } from "preact";
import { address } from "../shared/address.ts";
import { Changing } from "../shared/changing.tsx";
import { startClock } from "../shared/clock.ts";
import { keepSignedIn } from "../shared/keep-signed-in.ts";
import { LanguageChoice } from "../shared/language-choice.tsx";
import { words } from "../words/account-words.ts";
import { words as common } from "../words/office-words.ts";
import { ChangePassword } from "./change-password.tsx";
import { Leave } from "./leave.tsx";
import { OwnAccount } from "./own-account.ts";
import { SecondStepPart } from "./second-step.tsx";
import { SignIns } from "./sign-ins.tsx";

const own = new OwnAccount();

function Page() {
  const account = own.account.value;
  const standing = own.standing.value;
  return (
    <main class="card">
      <a class="brand" href={address("/")}>
        {common.brand}
      </a>
      <h1>{words.account.title}</h1>
      <p class="lead" role="status">
        {account && words.account.as(account.username, account.email)}
        {!account && standing === "" && words.account.loading}
      </p>
      <p class="standing" role="alert">
        {standing !== "" && <Changing text={standing} />}
      </p>
      {account && <ChangePassword own={own} />}
      {account && <SecondStepPart step={own.secondStep} />}
      {account && <SignIns own={own} />}
      {account && <Leave own={own} account={account} />}
      <div class="foot">
        <a class="quiet" href={address("/")}>
          {common.login.back}
        </a>
        <LanguageChoice />
      </div>
    </main>
  );
}

document.title = words.account.tab;
render(<Page />, document.body);
startClock(() => undefined);
void own.enter();
own.follow();
keepSignedIn();
