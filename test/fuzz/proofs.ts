/** What nobody can make up: passes, tokens and secrets. Each throws where somebody did. */
import { SignedGuests } from "../../src/accounts/guests.ts";
import { hashOfRecoveryCode, periodOf } from "../../src/accounts/one-time-codes.ts";
import { SealedSecrets } from "../../src/accounts/sealed-secrets.ts";
import { SetupSecrets } from "../../src/accounts/setup-secrets.ts";
import { JwtTokens } from "../../src/accounts/tokens.ts";
import { virtualClock } from "../harness/clock.ts";
import { must, type Target } from "./promise.ts";

const SECRET = "a secret of at least thirty-two bytes";
const clock = virtualClock("2026-03-01T11:00:00Z");
const tokens = new JwtTokens(SECRET, clock);
const guests = new SignedGuests(SECRET, clock, async (id) => id);
const sealed = new SealedSecrets(SECRET);
const setup = new SetupSecrets(SECRET, clock);

export const PROOFS: Record<string, Target> = {
  token: async (input) => {
    must((await tokens.read(input)) === null || (await isIssued(input)), "no token is made up");
    return "read";
  },
  pass: async (input) => {
    const guest = await guests.admit(input, "2026-03-01");
    must(guest.isNew || input === PASS, "no pass is made up");
    return guest.isNew ? "new" : "known";
  },
  secret: async (input) => {
    must(!setup.isGood(input) || input === SETUP, "no setup secret is made up");
    must((await sealed.open(1, input)) === null, "nothing opens that was not sealed");
    must(hashOfRecoveryCode(input).length === 64, "a recovery code is hashed, whatever it is");
    return `${periodOf("JBSWY3DPEHPK3PXP", input, clock.now()) === null}`;
  },
};

const SETUP = setup.issue();
const { pass: PASS } = await guests.admit(undefined, "2026-03-01");
const { token: TOKEN } = await tokens.issue({
  id: 7,
  tokenVersion: 0,
  isAdmin: false,
  isModerator: false,
});

/** What each is changed from. */
export const PROOF_SEEDS: Record<string, readonly string[]> = {
  token: [TOKEN],
  pass: [PASS],
  secret: [SETUP, await sealed.seal(2, "JBSWY3DPEHPK3PXP"), "abcd-efgh-2345", "123456"],
};

async function isIssued(input: string): Promise<boolean> {
  // Base64 has spare bits at its end: another spelling of the same signature is the same token.
  return input.split(".").slice(0, 2).join() === TOKEN.split(".").slice(0, 2).join();
}
