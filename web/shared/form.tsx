import { type Signal, signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { words } from "../words/office-words.ts";
import type { Told } from "./api.ts";
import { Changing } from "./changing.tsx";
import { Counting } from "./counting.tsx";
import { Field, type FieldText } from "./field.tsx";

export type Values = Readonly<Record<string, string>>;
/** What is wrong, by the name of its field. */
export type Errors = Readonly<Record<string, string>>;

export interface FormField extends FieldText {
  name: string;
  /** What it holds at first. */
  value?: string;
  /** What is wrong with it, as far as can be told before the server is asked. */
  check?(value: string): string | undefined;
}

type Props = {
  /** What is asked for, in order. */
  fields: readonly FormField[];
  action: string;
  /** Whether it cannot be taken back. */
  isFinal?: boolean;
  /** Resolves with what was refused, or with nothing once it is done. */
  submit(values: Values): Promise<Told | undefined>;
  /** What the server refused, by the field that it is about; empty when it is about none. */
  placed(problem: Told, values: Values): Errors;
  /** What else it asks, below the fields. */
  children?: ComponentChildren;
};

/** A form whose mistakes are said beside their fields, whoever notices them. */
export function Form({ fields, action, isFinal = false, submit, placed, children }: Props) {
  const values = useMemo(
    () => new Map(fields.map(({ name, value = "" }) => [name, signal(value)])),
    [],
  );
  const errors = useSignal<Errors>({});
  const problem = useSignal<Told | undefined>(undefined);
  const busy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors.value]);

  const send = async () => {
    if (busy.peek()) return;
    const given = read(fields, values);
    problem.value = undefined;
    errors.value = mistakes(fields, given);
    if (Object.keys(errors.peek()).length > 0) return;
    busy.value = true;
    const refused = await submit(given);
    busy.value = false;
    if (!refused) return;
    errors.value = placed(refused, given);
    if (Object.keys(errors.peek()).length === 0) problem.value = refused;
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {fields.map((field) => {
        const value = values.get(field.name);
        return (
          value && (
            <Field key={field.name} {...field} value={value} error={errors.value[field.name]} />
          )
        );
      })}
      {children}
      {problem.value && (
        <p class="error" role="alert">
          <Changing text={problem.value.why ?? problem.value.detail} />
          <Counting until={problem.value.again ?? 0} />
        </p>
      )}
      <button type="submit" class={isFinal ? "panic" : "go"} aria-disabled={busy.value}>
        <Changing text={busy.value ? words.login.busy : action} />
      </button>
    </form>
  );
}

/** A password is what was typed, space included. */
function read(fields: readonly FormField[], values: ReadonlyMap<string, Signal<string>>): Values {
  return Object.fromEntries(
    fields.map(({ name, type }) => {
      const value = values.get(name)?.peek() ?? "";
      return [name, type === "password" ? value : value.trim()];
    }),
  );
}

function mistakes(fields: readonly FormField[], values: Values): Errors {
  return Object.fromEntries(
    fields.flatMap(({ name, isOptional, check }) => {
      const value = values[name] ?? "";
      const isMissing = value === "" && !isOptional;
      const error = isMissing ? words.login.needed : check?.(value);
      return error === undefined ? [] : [[name, error]];
    }),
  );
}
