import type { Signal } from "@preact/signals";
import { countdown, nextMidnight } from "../../client/days.ts";
import type { SetupForm } from "../../src/wire/setup.ts";
import { roomNow } from "../shared/clock.ts";
import { words } from "../words/setup-words.ts";
import { locale } from "../words/words.ts";

const ZONES = Intl.supportedValuesOf("timeZone");
const OWN = Intl.DateTimeFormat().resolvedOptions().timeZone;
const moment = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  hour: "numeric",
  minute: "2-digit",
});

type Props = { zone: Signal<string>; current: string; fixed: SetupForm["zone_fixed"] };

/** Where the room's midnight is, and when that is for whoever chooses. */
export function ZoneChoice({ zone, current, fixed }: Props) {
  const midnight = nextMidnight(roomNow.value, zone.value);
  const left = countdown(midnight - roomNow.value);
  // A zone may be one that this browser does not list, as UTC is.
  const zones = [...new Set([current, OWN, ...ZONES])].toSorted();
  return (
    <div class="field">
      <div class="heading">
        <label for="zone">{words.setup.zone}</label>
      </div>
      <div class="input">
        <select
          id="zone"
          value={zone.value}
          disabled={fixed !== null}
          aria-describedby="zone-note zone-midnight"
          translate={false}
          onChange={(event) => {
            zone.value = event.currentTarget.value;
          }}
        >
          {zones.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p class="midnight" id="zone-midnight" translate={false}>
        {words.setup.midnight(moment.format(midnight), left)}
      </p>
      <p class="hint" id="zone-note">
        {fixed === null ? words.setup.zoneHint : words.setup.fixed[fixed]}
      </p>
      {fixed === null && zone.value !== OWN && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            zone.value = OWN;
          }}
        >
          {words.setup.browsers(OWN)}
        </button>
      )}
    </div>
  );
}
