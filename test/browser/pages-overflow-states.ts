/** The states of the pages that are measured: who opens which, what it shows once it is there, and what is done to it. */
import type { Page } from "playwright-core";
import type { TestRoom } from "../harness/room.ts";
import type { PlayedRoom } from "./pages-played.ts";

const TOPIC = "Straßenbahnhaltestellenüberdachungen and who pays for them, "
  .repeat(4)
  .slice(0, 200);
const RULES = "1. Donaudampfschifffahrtsgesellschaft.\n".repeat(13).slice(0, 500);

export interface State {
  /** Of the room's own page where there is none. */
  path?: string;
  as?: "admin" | "member";
  /** Whether they have just opened the room. */
  isNew?: true;
  /** Whether it is of the room that has no admin. */
  isUnopened?: true;
  /** Whether the room is played by the wire: see pages-played.ts. */
  isPlayed?: true;
  /** Whether nothing is opened: the state before is gone on from. */
  goesOn?: true;
  /** What the reader chose beside the size of letters. */
  choice?: "quiet";
  /** Whether so much stands around the textbox that it is looked at in the lowest window too. */
  isTall?: true;
  ready?: string;
  act?: () => Promise<void>;
}

interface Where {
  page: Page;
  room: TestRoom;
  played: PlayedRoom;
  admin: string | undefined;
  /** The member's. */
  password: string;
}

export function statesOf({
  page,
  room,
  played,
  admin = "",
  password,
}: Where): Record<string, State> {
  const there = (selector: string) => page.locator(selector).first().waitFor();
  const pressed = (selector: string, then: string) => async () => {
    await page.locator(selector).click();
    await there(then);
  };
  const says = (topic: string, rules: string) =>
    room.call("POST", "/api/admin/topic", { token: admin, body: { topic, rules } });
  const busy = async () => {
    await says(TOPIC, RULES);
    await there("h1.long");
  };
  const calm = async () => {
    await says("Printers", "Be kind.");
    await page.locator("h1.long").waitFor({ state: "detached" });
  };
  /** One dialog after another, by the same buttons. */
  const dialog = (selector: string) => async () => {
    await page.keyboard.press("Escape");
    await page.locator("dialog[open], [role=menu]").waitFor({ state: "detached" });
    await pressed(selector, "dialog[open]")();
  };
  const tool = (at: number) => dialog(`footer .foot .quiet >> nth=${at}`);

  return {
    "the room": { ready: ".send:enabled" },
    "a minute to cool": { goesOn: true, act: tool(0) },
    "how we forget": { goesOn: true, act: tool(1) },
    help: { goesOn: true, act: tool(2) },
    invite: { goesOn: true, act: tool(3) },
    keys: {
      goesOn: true,
      act: async () => {
        await page.keyboard.press("Escape");
        await page.locator("dialog[open]").waitFor({ state: "detached" });
        await page.locator("main").focus();
        await page.keyboard.press("?");
        await there("dialog[open] kbd");
      },
    },
    settings: { goesOn: true, act: dialog("footer .settings") },
    "the room, too much written": {
      ...{ goesOn: true, isTall: true },
      act: async () => {
        await page.keyboard.press("Escape");
        await page.fill("#message", "w".repeat(501));
        await there(".count.over");
      },
    },
    "the room, long topic": { goesOn: true, act: busy },
    "the room, unfolded": { goesOn: true, act: pressed(".more", ".head.open") },
    "the room by the wire: a shield, the quiet view, marks, quotes, somebody ignored, a line that waits":
      {
        ...{ isPlayed: true, isTall: true, choice: "quiet", ready: ".send:enabled" },
        act: async () => {
          await page.fill("#message", "Not yet.");
          await page.locator(".send").click();
          for (const part of [".own .state", ".quote", ".first", ".named", ".standing > *"])
            await there(part);
          await page.locator(".beside").nth(1).waitFor();
        },
      },
    emoji: {
      ...{ goesOn: true, isTall: true, choice: "quiet" },
      act: pressed("footer .emoji > .icon", ".picker .emojis button"),
    },
    "the menu of a message": {
      ...{ goesOn: true, choice: "quiet" },
      act: async () => {
        await page.keyboard.press("Escape");
        await page.locator(".picker").waitFor({ state: "detached" });
        await pressed("[data-seq='3'] .msg", "[role=menu]")();
      },
    },
    "a reply, slow mode": {
      ...{ goesOn: true, isTall: true },
      act: async () => {
        played.slow(60);
        await page.locator("[role=menu] button").first().click();
        await there(".beside .quote");
      },
    },
    "midnight: the receipt, and what is asked": {
      goesOn: true,
      act: async () => {
        played.midnight();
        await there(".mood button");
      },
    },
    banned: {
      goesOn: true,
      act: async () => {
        await played.ban("w".repeat(80));
        await there(".banner.ended");
      },
    },
    "the room, as a member": { as: "member", isTall: true, ready: ".standing.bad", act: calm },
    "the room, as admin, with first steps": { as: "admin", isNew: true, ready: ".first-steps" },
    "reports, in the room": { goesOn: true, act: pressed(".desk .tool >> nth=1", "dialog li") },
    "what the shield hid, in the room": {
      goesOn: true,
      act: async () => {
        await page.keyboard.press("Escape");
        await page.locator("dialog[open]").waitFor({ state: "detached" });
        await pressed(".desk .tool >> nth=0", "dialog li")();
      },
    },
    "the room, as admin": { as: "admin", ready: ".desk .tool.urgent" },
    "the menu of a message, as admin": {
      goesOn: true,
      act: pressed(".said .msg >> nth=-1", "[role=menu]"),
    },
    login: { path: "/login", ready: "form" },
    "register, with errors": {
      goesOn: true,
      act: async () => {
        await page.locator("[role=tab]").nth(1).click();
        await page.locator("form .go").click();
        await there("#password-note.error");
      },
    },
    "register, refused by the server": {
      goesOn: true,
      act: async () => {
        await page.fill("#email", "one@where.x");
        await page.fill("#username", "one");
        await page.fill("#password", "a password of one's own");
        await page.locator("form .go").click();
        await there("#email-note.error");
      },
    },
    "setup, with errors": {
      ...{ path: "/login", isUnopened: true, ready: "form" },
      act: pressed("form .go", "#password-note.error"),
    },
    "setup, spent": { path: "/login#setup=secret", ready: "a.go" },
    "login, signed in": { path: "/login", as: "member", ready: ".ways-on" },
    account: { path: "/account", as: "member", ready: ".sign-ins li" },
    "account, a second step": {
      goesOn: true,
      act: async () => {
        await page.fill("#begin-password", password);
        await page.press("#begin-password", "Enter");
        await there("code.key");
      },
    },
    "admin, now": { path: "/admin", as: "admin", ready: ".rows li" },
    "admin, sanctions": { path: "/admin#sanctions", as: "admin", ready: ".entries li" },
    "admin, acts": { path: "/admin#acts", as: "admin", ready: ".entries li" },
    "admin, topics": { path: "/admin#topics", as: "admin", ready: ".topic-rows li" },
    "admin, people": { path: "/admin#people", as: "admin", ready: "tbody tr" },
    "the log in a frame": { path: "/embed?lang=LANGUAGE", ready: ".said" },
  };
}
