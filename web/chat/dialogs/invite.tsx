import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { address } from "../../shared/address.ts";
import { Changing } from "../../shared/changing.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { loadStyle } from "../../shared/load-style.ts";
import { QrCode } from "../../shared/qr-code.tsx";
import { words } from "../../words/setup-words.ts";
import { words as common } from "../../words/words.ts";
import styles from "./invite.css" with { type: "file" };

await loadStyle(styles);

/** An address that leads everybody else to a machine of their own. */
const HERE = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/;

/** The room's link, to be copied, passed on, or read by the camera of a phone. */
export default function Invite({ close }: { close: () => void }) {
  const link = address("/");
  const outcome = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      // Browsers have it on a page that came by TLS, or from this machine.
      await navigator.clipboard.writeText(link);
      outcome.value = words.invite.copied;
    } catch {
      field.current?.select();
      outcome.value = words.invite.byHand;
    }
  };
  // Who closes the system's sheet has changed their mind: there is nothing to say.
  const share = () => void navigator.share({ url: link }).catch(() => undefined);
  return (
    <Dialog title={common.invite.title} closeText={common.cool.close} close={close}>
      <p>{words.invite.lead}</p>
      {HERE.test(location.hostname) && <p class="warn">{words.invite.here}</p>}
      <QrCode holds={link} label={words.invite.code(link)} />
      <input
        ref={field}
        class="link"
        dir="ltr"
        readOnly
        value={link}
        aria-label={words.invite.link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="invite">
        <button type="button" class="quiet" onClick={() => void copy()}>
          {words.invite.copy}
        </button>
        {"share" in navigator && (
          <button type="button" class="quiet" onClick={share}>
            {words.invite.share}
          </button>
        )}
      </div>
      <p role="status">
        <Changing text={outcome.value} />
      </p>
    </Dialog>
  );
}
