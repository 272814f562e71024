import { Component } from "preact";
import { hue } from "../../shared/hue.ts";
import { locale, words } from "../../words/words.ts";
import type { Group as GroupEntry, Kind } from "../state/entries.ts";
import type { Room } from "../state/room.ts";
import { MessageLine } from "./message.tsx";

type Props = { group: GroupEntry; room: Room };
const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });

/** What one name said in one breath. Drawn again only when it is another group than before. */
export class Group extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return next.group !== this.props.group;
  }

  override render({ group, room }: Props) {
    const { key, user, kind, lines } = group;
    const [first] = lines;
    if (!first) return null;
    const isEmptied = lines.every(({ text, place }) => text === null && place === undefined);
    return (
      <li class={lines.some(({ mine }) => mine) ? "group mine" : "group"}>
        {!isEmptied && <Who id={key} user={user} kind={kind} at={first.at} />}
        {lines.map((line) => (
          <MessageLine key={line.seq} line={line} who={key} room={room} />
        ))}
      </li>
    );
  }
}

/** Told from the field alone, never from a name. */
const BADGES: Record<Kind, string | undefined> = {
  guest: undefined,
  user: undefined,
  moderator: words.log.moderator,
  admin: words.log.admin,
};

type WhoProps = { id?: string; user: string; kind: Kind; at: number };

export function Who({ id, user, kind, at }: WhoProps) {
  const badge = BADGES[kind];
  return (
    <div class="who" id={id}>
      <bdi class="name" translate={false} style={{ color: hue(user) }}>
        {user}
      </bdi>
      {badge !== undefined && <span class="badge">{badge}</span>}
      <time dateTime={new Date(at).toISOString()}>{time.format(at)}</time>
    </div>
  );
}
