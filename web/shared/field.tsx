import { type Signal, useSignal } from "@preact/signals";
import type { InputHTMLAttributes } from "preact";
import { words } from "../words/words.ts";
import { Changing } from "./changing.tsx";
import { Eye } from "./icons.tsx";

export type FieldText = {
  type: "text" | "email" | "password";
  label: string;
  autocomplete: string;
  hint: string | undefined;
};
type Props = FieldText & { name: string; value: Signal<string>; error: string | undefined };

const inputs: Record<FieldText["type"], InputHTMLAttributes> = {
  text: { type: "text" },
  email: { type: "email" },
  password: { type: "password" },
};

/** One labelled input, with what it takes and what is wrong with it beside it. */
export function Field({ name, label, type, autocomplete, hint, value, error }: Props) {
  const isShown = useSignal(false);
  const hasCapsLock = useSignal(false);
  const isPassword = type === "password";
  const note = error ?? hint;
  const look = (event: KeyboardEvent | MouseEvent) => {
    hasCapsLock.value = isPassword && event.getModifierState("CapsLock");
  };
  return (
    <div class="field">
      <div class="heading">
        <label for={name}>{label}</label>
        <span class="caps" role="status">
          {hasCapsLock.value && <Changing text={words.login.capsLock} />}
        </span>
      </div>
      <div class="input">
        <input
          id={name}
          name={name}
          {...inputs[isPassword && isShown.value ? "text" : type]}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          required
          aria-invalid={error !== undefined}
          {...(note && { "aria-describedby": `${name}-note` })}
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
          onKeyDown={look}
          onKeyUp={look}
          onPointerDown={look}
          onBlur={() => {
            hasCapsLock.value = false;
          }}
        />
        {isPassword && (
          <button
            type="button"
            class="icon"
            aria-label={isShown.value ? words.login.hide : words.login.show}
            onClick={() => {
              isShown.value = !isShown.value;
            }}
          >
            <Eye closed={isShown.value} />
          </button>
        )}
      </div>
      <p class={error ? "error" : "hint"} id={`${name}-note`}>
        {note && <Changing text={note} />}
      </p>
    </div>
  );
}
