/** The first run, an invitation, and who is signed in already. */
import { IN_ARABIC, type Scene, type Stage } from "./stage.ts";

const NO_ADMIN = { ADMIN_PASSWORD: "", TIMEZONE: "" };
const PASSWORD = "a printer of my own";

async function opensLink(stage: Stage): Promise<void> {
  const link = stage.room.app.setupUrl;
  if (!link) throw new Error("There is no setup link.");
  await stage.open(`${link.pathname}${link.hash}`);
  await stage.page.locator("h1").waitFor();
}

async function fillsIn(stage: Stage): Promise<void> {
  await stage.page.fill("#username", "maya");
  await stage.page.fill("#email", "maya@example.com");
  await stage.page.fill("#password", PASSWORD);
}

async function opensTheRoom(stage: Stage): Promise<void> {
  await opensLink(stage);
  await fillsIn(stage);
  await stage.page.locator("form .go").click();
  await stage.page.locator(".first-steps").waitFor();
}

const invites = async (stage: Stage) => {
  await opensTheRoom(stage);
  await stage.page.locator(".first-steps li button").click();
  await stage.page.locator("dialog[open] .qr").waitFor();
};

const spent = async (stage: Stage) => {
  await opensLink(stage);
  await stage.clock.advance(3_600_001);
  await opensLink(stage);
  await stage.page.locator("a.go").waitFor();
};

const signedIn = async (stage: Stage) => {
  await stage.open("/login", await stage.room.admin());
  await stage.page.locator(".ways-on").waitFor();
};

const arabic = { ...IN_ARABIC, env: { ...IN_ARABIC.env, ...NO_ADMIN } };

export const AT_THE_FIRST_RUN: readonly Scene[] = [
  {
    name: "first-run",
    caption: "What the setup link opens: one form, and you are in",
    ...{ quiet: true, env: NO_ADMIN },
    async play(stage) {
      await opensLink(stage);
      await fillsIn(stage);
    },
  },
  { name: "first-run-arabic", caption: "The same in Arabic", ...arabic, play: opensLink },
  {
    name: "first-steps",
    caption: "The room that was just opened, with what helps next",
    ...{ quiet: true, env: NO_ADMIN, play: opensTheRoom },
  },
  {
    name: "first-steps-arabic",
    caption: "The same in Arabic",
    ...{ ...arabic, play: opensTheRoom },
  },
  {
    name: "invite",
    caption: "The room's link, with a code for the camera of a phone",
    ...{ quiet: true, env: NO_ADMIN, play: invites },
  },
  { name: "invite-arabic", caption: "The same in Arabic", ...arabic, play: invites },
  {
    name: "setup-spent",
    caption: "A setup link that was used, or whose hour is over, says so first",
    ...{ quiet: true, env: NO_ADMIN, play: spent },
  },
  { name: "setup-spent-arabic", caption: "The same in Arabic", ...arabic, play: spent },
  {
    name: "signed-in",
    caption: "Who is signed in already is told so, with the ways on",
    ...{ quiet: true, play: signedIn },
  },
  { name: "signed-in-arabic", caption: "The same in Arabic", ...IN_ARABIC, play: signedIn },
];
