import { signal } from "@preact/signals";
import { render } from "preact";
import type { Problem } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { Changing } from "../shared/changing.tsx";
import { LanguageChoice } from "../shared/language-choice.tsx";
import { words } from "../words/words.ts";
import type { FieldName, Values } from "./account.ts";
import { makeFirstAdmin, register, signIn } from "./account-calls.ts";
import { AccountForm } from "./account-form.tsx";
import { takeReason, takeSecret } from "./fragment.ts";
import { Tabs } from "./tabs.tsx";

const reason = takeReason();
const secret = takeSecret();
const view = signal<"in" | "new" | "first">(secret === undefined ? "in" : "first");
const email = signal("");
/** What the reader should know before filling in: how it went, or why they are here. */
const said = signal({ text: reason ? words.login.reasons[reason] : "", isGood: false });

const NEW_ACCOUNT: readonly FieldName[] = ["email", "username", "password"];

function Page() {
  const isFirst = view.value === "first";
  return (
    <main class="card">
      <a class="brand" href={address("/")}>
        {words.brand}
      </a>
      <h1>{isFirst ? words.login.setupTitle : words.login.title}</h1>
      <p class="lead">{isFirst ? words.login.setupLead : words.login.lead}</p>
      {!isFirst && (
        <Tabs
          label={words.login.tabs}
          chosen={view.value}
          tabs={[
            { id: "in", name: words.login.signIn },
            { id: "new", name: words.login.register },
          ]}
          choose={(id) => {
            said.value = { text: "", isGood: false };
            view.value = id;
          }}
        />
      )}
      <div
        id="panel"
        {...(!isFirst && { role: "tabpanel", "aria-labelledby": `tab-${view.value}` })}
      >
        <p class={said.value.isGood ? "said good" : "said"} role="status">
          {said.value.text !== "" && <Changing text={said.value.text} />}
        </p>
        <Door />
      </div>
      <div class="foot">
        <a class="quiet" href={address("/")}>
          {words.login.back}
        </a>
        <LanguageChoice />
      </div>
    </main>
  );
}

function Door() {
  switch (view.value) {
    case "in":
      return (
        <AccountForm
          key="in"
          fields={["email", "password"]}
          isNew={false}
          email={email.value}
          action={words.login.signIn}
          submit={signIn}
        />
      );
    case "new":
      return (
        <AccountForm
          key="new"
          fields={NEW_ACCOUNT}
          isNew={true}
          email=""
          action={words.login.register}
          submit={(values) => make(register, values, words.login.registered)}
        />
      );
    case "first":
      return (
        <AccountForm
          key="first"
          fields={NEW_ACCOUNT}
          isNew={true}
          email=""
          action={words.login.setup}
          submit={(values) =>
            make((given) => makeFirstAdmin(secret ?? "", given), values, words.login.setupDone)
          }
        />
      );
  }
}

/** A new account is made; its owner signs in with it next. */
async function make(
  door: (values: Values) => Promise<Problem | undefined>,
  values: Values,
  message: string,
): Promise<Problem | undefined> {
  const refused = await door(values);
  if (refused) return refused;
  email.value = values.email;
  said.value = { text: message, isGood: true };
  view.value = "in";
  return undefined;
}

document.title = words.login.tab;
render(<Page />, document.body);
