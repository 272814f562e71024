import type { SecondStepBegun } from "../../src/wire/accounts.ts";
import type { Problem } from "../../src/wire/http.ts";
import { Form, type FormField } from "../shared/form.tsx";
import { passwordField, placedPasswords } from "../shared/passwords.ts";
import { QrCode } from "../shared/qr-code.tsx";
import { words } from "../words/account-words.ts";
import { words as common } from "../words/office-words.ts";
import type { SecondStep } from "./own-second-step.ts";
import { SaidLine } from "./said-line.tsx";

export function SecondStepPart({ step }: { step: SecondStep }) {
  return (
    <section class="part" aria-labelledby="step-title">
      <h2 id="step-title">{words.secondStep.title}</h2>
      <Now step={step} />
    </section>
  );
}

function Now({ step }: { step: SecondStep }) {
  const { state, begun, codes } = step;
  if (codes.value) return <Codes codes={codes.value} step={step} />;
  if (begun.value) return <Begun begun={begun.value} step={step} />;
  if (state.value?.on) return <On left={state.value.recovery_codes} step={step} />;
  if (state.value) return <Off step={step} />;
  return <p>{words.account.loading}</p>;
}

function Off({ step }: { step: SecondStep }) {
  const said = step.wasTurnedOff.value ? { text: words.secondStep.isOff, isBad: false } : undefined;
  return (
    <>
      <p>{words.secondStep.text}</p>
      <SaidLine said={said} />
      <Form
        key="off"
        fields={[passwordOf("begin")]}
        action={words.secondStep.start}
        submit={({ "begin-password": password = "" }) => step.begin(password)}
        placed={(problem) => placed(problem, "begin")}
      />
    </>
  );
}

function Begun({ begun, step }: { begun: SecondStepBegun; step: SecondStep }) {
  return (
    <>
      <p role="status">{words.secondStep.scan}</p>
      <QrCode holds={begun.address} label={words.secondStep.qr} />
      <p>
        {words.secondStep.key}:{" "}
        <code class="key" dir="ltr">
          {begun.secret.replace(/.{4}(?=.)/g, "$& ")}
        </code>
      </p>
      <Form
        key="begun"
        fields={[codeOf("confirm", common.login.code)]}
        action={words.secondStep.confirm}
        submit={({ "confirm-code": code = "" }) => step.turnOn(code)}
        placed={(problem) => placed(problem, "confirm")}
      />
    </>
  );
}

function Codes({ codes, step }: { codes: readonly string[]; step: SecondStep }) {
  return (
    <>
      <p role="status">{words.secondStep.on}</p>
      <h3>{words.secondStep.codes}</h3>
      <p>{words.secondStep.codesText}</p>
      <ol class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code class="key" dir="ltr">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <button type="button" class="outlined" onClick={() => step.kept()}>
        {words.secondStep.kept}
      </button>
    </>
  );
}

function On({ left, step }: { left: number; step: SecondStep }) {
  return (
    <>
      <p role="status">
        {words.secondStep.on} {words.secondStep.left(left)}
      </p>
      <details>
        <summary>{words.secondStep.renew}</summary>
        <Form
          fields={[passwordOf("renew"), codeOf("renew", words.secondStep.anyCode)]}
          action={words.secondStep.renew}
          submit={({ "renew-password": password = "", "renew-code": code = "" }) =>
            step.renewCodes(password, code)
          }
          placed={(problem) => placed(problem, "renew")}
        />
      </details>
      <details>
        <summary>{words.secondStep.off}</summary>
        <Form
          fields={[passwordOf("end"), codeOf("end", words.secondStep.anyCode)]}
          action={words.secondStep.off}
          isFinal
          submit={({ "end-password": password = "", "end-code": code = "" }) =>
            step.turnOff(password, code)
          }
          placed={(problem) => placed(problem, "end")}
        />
      </details>
    </>
  );
}

function passwordOf(form: string): FormField {
  return { ...passwordField(common.login.password), name: `${form}-password` };
}

function codeOf(form: string, label: string): FormField {
  return {
    name: `${form}-code`,
    type: "text",
    label,
    autocomplete: "one-time-code",
    hint: undefined,
  };
}

function placed(problem: Problem, form: string): Readonly<Record<string, string>> {
  if (problem.code === "wrong_code") return { [`${form}-code`]: problem.detail };
  const { password, code } = placedPasswords(problem, "");
  return {
    ...(password === undefined ? {} : { [`${form}-password`]: password }),
    ...(code === undefined ? {} : { [`${form}-code`]: code }),
  };
}
