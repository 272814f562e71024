import { useSignal } from "@preact/signals";
import { Changing } from "../../shared/changing.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { midnightFor } from "../../shared/midnight-where.ts";
import { words } from "../../words/forgetting-words.ts";
import { words as common } from "../../words/words.ts";
import type { Room } from "../state/room.ts";
import { ReceiptDetails } from "./receipt-details.tsx";

type Props = { room: Room; close: () => void };

/** What midnight takes, and what it cannot. */
export default function Forget({ room, close }: Props) {
  const today = room.day.today.peek();
  return (
    <Dialog title={common.forget.title} closeText={common.cool.close} close={close}>
      {today && (
        <List
          title={words.forget.gone(midnightFor(today))}
          items={[words.forget.messages, words.forget.guests]}
        />
      )}
      <List title={words.forget.stays} items={[words.forget.accounts, words.forget.drafts]} />
      <List
        title={words.forget.cannot}
        items={[words.forget.screenshots, words.forget.snapshots, words.forget.memory]}
      />
      <ReceiptDetails />
      <ForgetMe room={room} close={close} />
    </Dialog>
  );
}

/** The second press means it. */
function ForgetMe({ room, close }: Props) {
  const asked = useSignal(false);
  const press = () => {
    if (!asked.peek()) {
      asked.value = true;
      return;
    }
    room.own.forgetMe();
    close();
  };
  return (
    <section>
      <h3>{words.forget.me}</h3>
      <p>{words.forget.lead}</p>
      <button type="button" class="forget-me" onClick={press}>
        <Changing text={asked.value ? words.forget.sure : words.forget.me} />
      </button>
    </section>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
