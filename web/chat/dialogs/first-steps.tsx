import { useSignal } from "@preact/signals";
import { address } from "../../shared/address.ts";
import { words } from "../../words/setup-words.ts";
import Invite from "./invite.tsx";

/** What helps a room that was just opened. */
export default function FirstSteps({ hide }: { hide: () => void }) {
  const isInviting = useSignal(false);
  return (
    <aside class="first-steps" aria-labelledby="first-steps">
      <div class="inner">
        <h2 id="first-steps">{words.steps.title}</h2>
        <p>{words.steps.lead}</p>
        <ul>
          <li>
            <a class="quiet" href={address("/admin#topics")}>
              {words.steps.topics}
            </a>
          </li>
          <li>
            <a class="quiet" href={address("/admin#people")}>
              {words.steps.moderator}
            </a>
          </li>
          <li>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                isInviting.value = true;
              }}
            >
              {words.steps.link}
            </button>
          </li>
        </ul>
        <button type="button" class="quiet" onClick={hide}>
          {words.steps.hide}
        </button>
      </div>
      {isInviting.value && (
        <Invite
          close={() => {
            isInviting.value = false;
          }}
        />
      )}
    </aside>
  );
}
