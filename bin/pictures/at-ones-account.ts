/** The page of one's own account, the second step, and the way back in. */
import { Secret, TOTP } from "otpauth";
import { ResetLink } from "../../src/wire/accounts.ts";
import { IN_ARABIC, type Scene, type Stage } from "./stage.ts";

const HOUR_MS = 3_600_000;

/** Maya's page, who has signed in elsewhere before. */
async function opens(stage: Stage) {
  const maya = await stage.room.member("maya");
  await stage.clock.advance(3 * HOUR_MS);
  const { email, password } = maya;
  await stage.room.call("POST", "/api/auth/login", { body: { email, password } });
  await stage.open("/account", maya.token);
  await stage.page.locator(".sign-ins li").first().waitFor();
  return maya;
}

async function setsUp(stage: Stage) {
  const maya = await opens(stage);
  await stage.page.fill("#begin-password", maya.password);
  await stage.page.press("#begin-password", "Enter");
  await stage.page.locator(".key").first().waitFor();
  return maya;
}

async function turnsOn(stage: Stage) {
  const maya = await setsUp(stage);
  const secret = ((await stage.page.locator(".key").textContent()) ?? "").replaceAll(" ", "");
  const code = new TOTP({ secret: Secret.fromBase32(secret) });
  await stage.page.fill("#confirm-code", code.generate({ timestamp: stage.clock.now() }));
  await stage.page.press("#confirm-code", "Enter");
  await stage.page.locator(".codes .key").nth(9).waitFor();
  return maya;
}

const shows = (stage: Stage, what: string) =>
  stage.page.locator(what).evaluate((element) => element.scrollIntoView({ block: "start" }));

export const AT_ONES_ACCOUNT: readonly Scene[] = [
  {
    name: "account",
    caption: "One's own account",
    quiet: true,
    async play(stage) {
      await opens(stage);
    },
  },
  {
    name: "account-arabic",
    caption: "The same in Arabic",
    ...IN_ARABIC,
    async play(stage) {
      await opens(stage);
    },
  },
  {
    name: "account-light",
    caption: "The same for a system that is light",
    quiet: true,
    browser: { colorScheme: "light" },
    async play(stage) {
      await opens(stage);
    },
  },
  {
    name: "account-sign-ins",
    caption: "Where one is signed in, and how one leaves for good",
    quiet: true,
    async play(stage) {
      await opens(stage);
      await shows(stage, "section:has(.sign-ins)");
    },
  },
  {
    name: "account-second-step",
    caption: "The key of a second step, for an authenticator app",
    quiet: true,
    async play(stage) {
      await setsUp(stage);
      await shows(stage, "section:has(.key)");
    },
  },
  {
    name: "account-codes",
    caption: "Ten codes for the day on which the phone is gone",
    quiet: true,
    async play(stage) {
      await turnsOn(stage);
      await shows(stage, "section:has(.codes)");
    },
  },
  {
    name: "login-code",
    caption: "A sign-in that asks for the second step",
    quiet: true,
    async play(stage) {
      const { email, password } = await turnsOn(stage);
      await stage.page.evaluate(() => localStorage.clear());
      await stage.open("/login");
      await stage.page.fill("#email", email);
      await stage.page.fill("#password", password);
      await stage.page.press("#password", "Enter");
      await stage.page.locator("#code").waitFor();
    },
  },
  {
    name: "reset",
    caption: "What a reset link opens",
    quiet: true,
    async play(stage) {
      const { id } = await stage.room.member("maya");
      const token = await stage.room.admin();
      const body = { user_id: id };
      const made = await stage.room.call("POST", "/api/admin/user/reset", { token, body });
      const { pathname, hash } = new URL(ResetLink.parse(await made.json()).link);
      await stage.open(`${pathname}${hash}`);
      await stage.page.locator("#new_password").waitFor();
    },
  },
];
