/** The room while newcomers are kept back: for one of them, for who was heard before, and for staff. */
import { IN_ARABIC, type Scene, type Stage } from "./stage.ts";

async function raise(stage: Stage): Promise<void> {
  const token = await stage.room.admin();
  await stage.room.call("PUT", "/api/mod/mode", { token, body: { shield_minutes: 10 } });
}

async function newcomer(stage: Stage, said: string, draft: string): Promise<void> {
  await raise(stage);
  await stage.open();
  await stage.page.locator(".standing:not(:empty)").waitFor();
  await stage.sends(said);
  await stage.page.locator(".send:disabled").waitFor();
  await stage.writes(draft);
}

async function heard(stage: Stage): Promise<void> {
  await stage.open();
  await raise(stage);
  await stage.page.locator(".note").last().waitFor();
}

async function staff(stage: Stage): Promise<void> {
  await stage.openAsAdmin("/");
  await raise(stage);
  await stage.page.locator(".tool.on").waitFor();
}

const arabic = (name: string, play: Scene["play"]): Scene => ({
  name,
  caption: "The same in Arabic",
  ...IN_ARABIC,
  play,
});

export const UNDER_THE_SHIELD: readonly Scene[] = [
  {
    name: "shield-newcomer",
    caption: "Who comes under the shield is told so, and what they say waits its turn",
    play: (stage) => newcomer(stage, "Is this where one shouts at printers?", "Mine has eaten"),
  },
  arabic("shield-newcomer-arabic", (stage) =>
    newcomer(stage, "هل هنا يُصرخ في وجه الطابعات؟", "طابعتي أكلت"),
  ),
  {
    name: "shield-heard",
    caption: "Who was heard before reads one line, and speaks as ever",
    play: heard,
  },
  arabic("shield-heard-arabic", heard),
  {
    name: "shield-staff",
    caption: "For staff: until when, who raised it, and its end by one press",
    play: staff,
  },
  arabic("shield-staff-arabic", staff),
];
