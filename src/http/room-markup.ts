/** The room as markup: what its page shows before any script runs, and where none does. */

import type { Catalogue } from "../../web/words/english.ts";
import { midnightIn } from "../../web/words/midnight.ts";
import type { StoredMessage } from "../room/ports.ts";
import type { Today } from "../wire/http.ts";

export interface RoomView {
  today: Today;
  /** Oldest first. */
  messages: readonly StoredMessage[];
}

/** What nobody here wrote is escaped; without that, a message would be markup of the page. */
const safe = (text: string) => Bun.escapeHTML(text);

/** A topic longer than this is set smaller, as in web/chat/head/head.tsx. */
const LONG = 80;

export function roomMarkup({ today, messages }: RoomView, catalogue: Catalogue): string {
  const { words, speakingNeedsScript } = catalogue;
  const { topic, rules, timezone } = today;
  const midnight = midnightIn(timezone, words);
  const hour = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: timezone });
  return [
    `<header class="head open"><div class="inner"><div class="bar"><span class="brand">${words.brand}</span>`,
    `<span class="gone">${safe(midnight)}</span></div>`,
    `<div class="topic"><div class="about"><h1 dir="auto"${topic.length > LONG ? ' class="long"' : ""}>${safe(topic)}</h1>`,
    rules === "" ? "" : `<p class="rules" dir="auto">${safe(rules)}</p>`,
    `</div></div></div><div class="fuse"></div></header>`,
    `<main class="early" data-day="${today.date}" data-zone="${safe(timezone)}" data-wipes="${today.wipes_at}" data-nosnippet>`,
    `<div class="inner log"><p class="note">${safe(words.log.midnight(midnight))}</p>`,
    messages.length === 0 ? `<div class="empty"><p>${words.log.empty}</p></div>` : "",
    ...groupsOf(messages).map((group) => groupMarkup(group, hour)),
    `</div></main>`,
    `<footer class="early"><noscript><p class="note">${speakingNeedsScript}</p></noscript></footer>`,
  ].join("");
}

type Hour = Pick<Intl.DateTimeFormat, "format">;

/** What one name said in a row. */
function groupMarkup(group: readonly StoredMessage[], hour: Hour): string {
  const [first] = group;
  if (!first) return "";
  const at = hour.format(Date.parse(first.timestamp));
  return [
    `<section class="group"><div class="who"><bdi class="name" translate="no">${safe(first.user)}</bdi>`,
    `<time datetime="${first.timestamp}">${at}</time></div>`,
    ...group.map(messageMarkup),
    "</section>",
  ].join("");
}

function messageMarkup({ id, user, kind, timestamp, felt, text }: StoredMessage): string {
  return `<div class="said" data-seq="${id}" data-user="${safe(user)}" data-kind="${kind}" data-at="${timestamp}" data-felt="${felt}"><p class="msg" dir="auto">${safe(text)}</p></div>`;
}

function groupsOf(messages: readonly StoredMessage[]): StoredMessage[][] {
  const groups: StoredMessage[][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last?.[0]?.user === message.user) last.push(message);
    else groups.push([message]);
  }
  return groups;
}
