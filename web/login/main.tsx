import { signal } from "@preact/signals";
import { render } from "preact";
import type { Me, Problem } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { Changing } from "../shared/changing.tsx";
import { startClock } from "../shared/clock.ts";
import { Form, type FormField } from "../shared/form.tsx";
import { LanguageChoice } from "../shared/language-choice.tsx";
import { newPasswordField, placedPasswords } from "../shared/passwords.ts";
import { KEYS, local } from "../shared/storage.ts";
import { words } from "../words/office-words.ts";
import type { FieldName, Values } from "./account.ts";
import { register, setPassword, signedInAs, signIn } from "./account-calls.ts";
import { AccountForm } from "./account-form.tsx";
import { FirstRun } from "./first-run.tsx";
import { giveBack, takeReason, takeReset, takeSecret } from "./fragment.ts";
import { SignedIn } from "./signed-in.tsx";
import { Tabs } from "./tabs.tsx";

const lasts = local.lasts();
const reason = takeReason();
const secret = takeSecret();
const resetSecret = takeReset();
const view = signal<"asking" | "in" | "code" | "new" | "reset">(viewAtFirst());
/** Whose sign-in this browser holds. */
const me = signal<Me | undefined>(undefined);
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
  if (resetSecret !== undefined) return "reset";
  return local.recall(KEYS.token) === undefined ? "in" : "asking";
}

/** What the page is for, as its heading says. */
function heading() {
  switch (view.value) {
    case "reset":
      return { title: words.login.resetTitle, lead: words.login.resetLead, hasTabs: false };
    case "code":
      return { title: words.login.title, lead: words.refused.code_needed, hasTabs: false };
    case "asking":
      return { title: words.login.title, lead: words.login.busy, hasTabs: false };
    case "in":
    case "new":
      return { title: words.login.title, lead: words.login.lead, hasTabs: true };
  }
}

function Page() {
  return (
    <main class="card">
      <a class="brand" href={address("/")}>
        {words.brand}
      </a>
      <Content />
      <div class="foot">
        <a class="quiet" href={address("/")}>
          {words.login.back}
        </a>
        <LanguageChoice before={keepLink} />
      </div>
    </main>
  );
}

/** The link that led here still leads here in another language. */
function keepLink(): void {
  if (secret !== undefined) giveBack("setup", secret);
  else if (resetSecret !== undefined) giveBack("reset", resetSecret);
}

function Content() {
  if (secret !== undefined) return <FirstRun secret={secret} />;
  if (me.value) {
    return (
      <>
        <SignedIn me={me.value} signedOut={signedOut} />
        <Said />
      </>
    );
  }
  return <Doors />;
}

function signedOut(): void {
  said.value = { text: "", isGood: false };
  me.value = undefined;
  view.value = "in";
}

function Said() {
  return (
    <p class={said.value.isGood ? "said good" : "said"} role="status">
      {said.value.text !== "" && <Changing text={said.value.text} />}
    </p>
  );
}

function Doors() {
  const { title, lead, hasTabs } = heading();
  return (
    <>
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
        <Said />
        <Door />
      </div>
    </>
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
    case "asking":
      return null;
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

/** A sign-in that works needs no form, whatever brought its owner here. */
async function lookWhoIsHere(): Promise<void> {
  me.value = await signedInAs();
  view.value = "in";
}

// A link that is opened in this tab changes the fragment and loads nothing.
addEventListener("hashchange", () => location.reload());
document.title = words.login.tab;
startClock(() => undefined);
render(<Page />, document.body);
if (view.peek() === "asking" && secret === undefined) void lookWhoIsHere();
