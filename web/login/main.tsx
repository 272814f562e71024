import { signal } from "@preact/signals";
import { render } from "preact";
import type { Problem } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { Changing } from "../shared/changing.tsx";
import { Form, type FormField } from "../shared/form.tsx";
import { LanguageChoice } from "../shared/language-choice.tsx";
import { newPasswordField, placedPasswords } from "../shared/passwords.ts";
import { local } from "../shared/storage.ts";
import { words } from "../words/words.ts";
import type { FieldName, Values } from "./account.ts";
import { makeFirstAdmin, register, setPassword, signIn } from "./account-calls.ts";
import { AccountForm } from "./account-form.tsx";
import { takeReason, takeReset, takeSecret } from "./fragment.ts";
import { Tabs } from "./tabs.tsx";

const lasts = local.lasts();
const reason = takeReason();
const secret = takeSecret();
const resetSecret = takeReset();
const view = signal<"in" | "code" | "new" | "first" | "reset">(viewAtFirst());
const email = signal("");
/** What was right so far, while the code of the second step is asked for. */
const given = signal<Values | undefined>(undefined);
/** What the reader should know before filling in: how it went, or why they are here. */
const said = signal({ text: reason ? words.login.reasons[reason] : "", isGood: false });

const CODE: FormField = {
  name: "code",
  type: "text",
  label: words.login.code,
  autocomplete: "one-time-code",
  hint: undefined,
};
const NEW_ACCOUNT: readonly FieldName[] = ["email", "username", "password"];

function viewAtFirst() {
  if (secret !== undefined) return "first";
  return resetSecret === undefined ? "in" : "reset";
}

/** What the page is for, as its heading says. */
function heading() {
  switch (view.value) {
    case "first":
      return { title: words.login.setupTitle, lead: words.login.setupLead, hasTabs: false };
    case "reset":
      return { title: words.login.resetTitle, lead: words.login.resetLead, hasTabs: false };
    case "code":
      return { title: words.login.title, lead: words.refused.code_needed, hasTabs: false };
    case "in":
    case "new":
      return { title: words.login.title, lead: words.login.lead, hasTabs: true };
  }
}

function Page() {
  const { title, lead, hasTabs } = heading();
  return (
    <main class="card">
      <a class="brand" href={address("/")}>
        {words.brand}
      </a>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {!lasts && <p class="said">{words.login.notKept}</p>}
      {hasTabs && (
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
        {...(hasTabs && { role: "tabpanel", "aria-labelledby": `tab-${view.value}` })}
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
          submit={enter}
        />
      );
    case "code":
      return (
        <Form
          key="code"
          fields={[CODE]}
          action={words.login.signIn}
          submit={async ({ code = "" }) => given.value && signIn(given.value, code)}
          placed={({ code, detail }) => (code === "wrong_code" ? { code: detail } : {})}
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
    case "reset":
      return (
        <Form
          key="reset"
          fields={[newPasswordField("new_password", words.login.newPassword)]}
          action={words.login.reset}
          submit={({ new_password = "" }) => resetTo(new_password)}
          placed={(problem) => placedPasswords(problem, "new_password")}
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

async function enter(values: Values): Promise<Problem | undefined> {
  const refused = await signIn(values);
  if (refused?.code !== "code_needed") return refused;
  given.value = values;
  view.value = "code";
  return undefined;
}

/** The password is set; its owner signs in with it next. */
async function resetTo(password: string): Promise<Problem | undefined> {
  const refused = await setPassword(resetSecret ?? "", password);
  if (refused) return refused;
  said.value = { text: words.login.resetDone, isGood: true };
  view.value = "in";
  return undefined;
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
