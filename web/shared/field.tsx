import { type Signal, useSignal } from "@preact/signals";
import type { InputHTMLAttributes, TargetedInputEvent } from "preact";
import { words } from "../words/office-words.ts";
import { Changing } from "./changing.tsx";
import { Eye } from "./icons.tsx";

export type FieldText = {
  type: "text" | "email" | "password";
  label: string;
  autocomplete: string;
  hint: string | undefined;
  /** How many letters it takes; what has none is the server's to bound. */
  most?: number;
  /** Of a text with lines of its own. */
  rows?: number;
  /** Whether it may be left empty. */
  isOptional?: boolean;
};
type Props = FieldText & { name: string; value: Signal<string>; error: string | undefined };

const inputs: Record<FieldText["type"], InputHTMLAttributes> = {
  text: { type: "text" },
  email: { type: "email" },
  password: { type: "password" },
};

/** A name or an address is no sentence. */
const AS_TYPED = { autocapitalize: "none", spellcheck: false } as const;

/** One labelled input, with what it takes and what is wrong with it beside it. */
export function Field({ name, label, type, autocomplete, hint, value, error, ...rest }: Props) {
  const isShown = useSignal(false);
  const hasCapsLock = useSignal(false);
  const isPassword = type === "password";
  const note = error ?? hint;
  const { most, rows, isOptional = false } = rest;
  const common = {
    ...{ id: name, name, autocomplete, required: !isOptional, value: value.value },
    "aria-invalid": error !== undefined,
    ...(most !== undefined && { maxLength: most }),
    ...(note && { "aria-describedby": `${name}-note` }),
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      value.value = currentTarget.value;
    },
  };
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
        {rows === undefined ? (
          <input
            {...common}
            {...inputs[isPassword && isShown.value ? "text" : type]}
            {...(most === undefined ? AS_TYPED : { dir: "auto" as const })}
            onKeyDown={look}
            onKeyUp={look}
            onPointerDown={look}
            onBlur={() => {
              hasCapsLock.value = false;
            }}
          />
        ) : (
          <textarea {...common} rows={rows} dir="auto" />
        )}
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
