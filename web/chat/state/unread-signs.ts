import { chosen } from "../../shared/choices.ts";
import { ring } from "./ring.ts";

const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
const plain = icon?.href ?? "";
let shown = 0;

/**
 * What was said while the reader looks elsewhere: its number on the icon of the tab, and of the room where
 * it is installed. Who chose a sound hears the first message, and no other until they have looked: a full
 * room would ring all evening.
 */
export function showUnread(count: number): void {
  if (icon) icon.href = count === 0 ? plain : drawn(count);
  // Some browsers have it, and some of those refuse it to a page that is not installed.
  if ("setAppBadge" in navigator) void navigator.setAppBadge(count).catch(() => undefined);
  if (shown === 0 && count > 0 && chosen().includes("sound")) ring();
  shown = count;
}

// The badge would outlive the page.
addEventListener("pagehide", () => showUnread(0));

/** As large as an icon has room for: most are shown with 16 pixels. */
function drawn(count: number): string {
  const text = count > 99 ? "99+" : `${count}`;
  const size = 28 - 5 * text.length;
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0a0c0b"/><text x="16" y="15" dy=".36em" fill="#ffc145" font-family="sans-serif" font-weight="700" font-size="${size}" text-anchor="middle">${text}</text><path d="M5 28h22" stroke="#39ff6a" stroke-width="3" stroke-linecap="round"/></svg>`,
  )}`;
}
