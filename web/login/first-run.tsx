import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Problem } from "../../src/wire/http.ts";
import { RULES_CHARS, TOPIC_CHARS } from "../../src/wire/limits.ts";
import type { FirstAdmin, Setup, SetupForm } from "../../src/wire/setup.ts";
import { address } from "../shared/address.ts";
import { call } from "../shared/api.ts";
import { learnRoomTime } from "../shared/clock.ts";
import { Form, type FormField } from "../shared/form.tsx";
import { KEYS, local } from "../shared/storage.ts";
import { words as common } from "../words/office-words.ts";
import { words } from "../words/setup-words.ts";
import { FIELDS, type FieldName, misshapen, placed } from "./account.ts";
import { ZoneChoice } from "./zone-choice.tsx";

const ACCOUNT: readonly FieldName[] = ["username", "email", "password"];

/** What the setup link opens. Whether it is still good is asked before anything is. */
export function FirstRun({ secret }: { secret: string }) {
  const form = useSignal<SetupForm | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const ask = async () => {
    problem.value = undefined;
    const answer = await call<SetupForm>("GET", "/api/auth/setup", undefined, secret);
    if (answer.ok) {
      learnRoomTime(answer.value.time);
      form.value = answer.value;
    } else problem.value = answer.problem;
  };
  useEffect(() => {
    void ask();
  }, []);
  if (form.value) return <Opening secret={secret} form={form.value} />;
  if (problem.value?.code === "setup_closed") return <Spent />;
  return (
    <>
      <h1>{words.setup.title}</h1>
      <p class="lead" role="status">
        {problem.value?.detail ?? common.login.busy}
      </p>
      {problem.value && (
        <button type="button" class="go" onClick={() => void ask()}>
          {words.setup.again}
        </button>
      )}
    </>
  );
}

/** Nothing is asked for that would be in vain. */
function Spent() {
  return (
    <>
      <h1>{words.setup.spentTitle}</h1>
      <p class="lead" role="status">
        {words.setup.spent}
      </p>
      <p class="lead">{words.setup.spentIn}</p>
      <p class="lead">{words.setup.spentAgain}</p>
      <a class="go" href={address("/login")}>
        {common.login.signIn}
      </a>
    </>
  );
}

function Opening({ secret, form }: { secret: string; form: SetupForm }) {
  const zone = useSignal(form.timezone);
  const isSpent = useSignal(false);
  const fields: FormField[] = [
    ...ACCOUNT.map((name) => ({
      ...FIELDS[name](true),
      name,
      check: (value: string) => misshapen(name, value),
    })),
    {
      ...{ type: "text" as const, autocomplete: "off", name: "topic", value: form.topic },
      ...{ label: words.setup.topic, hint: words.setup.topicHint, most: TOPIC_CHARS },
    },
    {
      ...{ type: "text" as const, autocomplete: "off", name: "rules", value: form.rules },
      ...{ label: words.setup.rules, hint: words.setup.rulesHint, most: RULES_CHARS },
      ...{ isOptional: true, rows: 3 },
    },
  ];
  if (isSpent.value) return <Spent />;
  return (
    <>
      <h1>{words.setup.title}</h1>
      <p class="lead">{words.setup.lead}</p>
      <Form
        fields={fields}
        action={words.setup.action}
        submit={async ({ email = "", username = "", password = "", topic = "", rules = "" }) => {
          const account = { secret, email, username, password };
          const refused = await open({ ...account, topic, rules, timezone: zone.peek() });
          // Somebody else was sooner, or the hour ended while it was filled in.
          isSpent.value = refused?.code === "setup_closed";
          return refused;
        }}
        placed={(problem, { email = "", username = "", password = "" }) =>
          placed(problem, { email, username, password }, ACCOUNT)
        }
      >
        <ZoneChoice zone={zone} current={form.timezone} fixed={form.zone_fixed} />
      </Form>
    </>
  );
}

/** Leaves this page for the room, signed in, with the list of first steps for this account alone. */
async function open(setup: Setup): Promise<Problem | undefined> {
  const made = await call<FirstAdmin>("POST", "/api/auth/setup", setup);
  if (!made.ok) return made.problem;
  local.keep(KEYS.token, made.value.access_token);
  local.keep(KEYS.firstSteps, `${made.value.id}`);
  location.assign(address("/"));
  return undefined;
}
