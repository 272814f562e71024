import { Dialog } from "../shared/dialog.tsx";
import { words } from "../words/words.ts";

type Props = { zone: string; close: () => void };

/** What midnight takes, and what it cannot. */
export default function Forget({ zone, close }: Props) {
  return (
    <Dialog title={words.forget.title} closeText={words.cool.close} close={close}>
      <List title={words.forget.gone(zone)} items={[words.forget.messages, words.forget.guests]} />
      <List title={words.forget.stays} items={[words.forget.accounts, words.forget.drafts]} />
      <List
        title={words.forget.cannot}
        items={[words.forget.screenshots, words.forget.snapshots]}
      />
    </Dialog>
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
