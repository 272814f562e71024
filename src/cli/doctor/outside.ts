/** The room as people reach it, through whatever stands in front. */
import type { Config } from "../../config.ts";
import { doctorProofs, PROOF_HEADER, VIEW_HEADER, View } from "../../outside-view.ts";
import { systemClock } from "../../process/clock.ts";
import { Health } from "../../wire/http.ts";
import { whyUnanswered } from "../arguments.ts";
import { type Finding, fail, ok, warn } from "../findings.ts";
import { secretOf } from "./agreement.ts";
import { upgradeStatus } from "./upgrade.ts";

const WHAT = "outside";
const PATIENCE_MS = 10_000;

export async function* checkOutside(config: Config, address: string): AsyncGenerator<Finding> {
  const base = baseOf(address);
  if (base === null) {
    yield fail(WHAT, `--url=${address} is no address; use one such as https://rage.example/`);
    return;
  }
  const answer = await ask(config, base);
  if (!(answer instanceof Response)) {
    yield answer;
    return;
  }
  const health = Health.safeParse(await answer.json().catch(() => null));
  yield checkHealth(base, answer, health.data?.status);
  if (!health.success) return;
  const view = viewIn(answer);
  yield* view === null ? [noView()] : checkView(base, view);
  yield checkSocket(base, await upgradeStatus(base));
}

/** With a slash at its end, so that a path of the host is kept. */
function baseOf(address: string): URL | null {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return null;
  const base = new URL(address);
  return new URL(base.pathname.replace(/\/*$/, "/"), base);
}

async function ask(config: Config, base: URL): Promise<Response | Finding> {
  const secret = secretOf(config);
  const headers = secret
    ? { [PROOF_HEADER]: doctorProofs(secret, systemClock).issue() }
    : undefined;
  try {
    return await fetch(new URL("health", base), {
      ...(headers ? { headers } : {}),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    return fail(WHAT, `${base.href} gave no answer (${whyUnanswered(error)}).`);
  }
}

/** `status`: as the room says it; undefined where it was not the room that answered. */
function checkHealth(base: URL, answer: Response, status: Health["status"] | undefined): Finding {
  const to = answer.headers.get("location");
  if (to !== null) return fail(WHAT, `${base.href} leads to ${to}. Give that address.`);
  if (status === undefined) {
    return fail(WHAT, `${base.href}health answered ${answer.status}, and it was not the room.`);
  }
  return status === "healthy"
    ? ok(WHAT, `the room at ${base.href} is healthy`)
    : fail(WHAT, `the room at ${base.href} is ${status}: its log says why.`);
}

function viewIn(answer: Response): View | null {
  const text = answer.headers.get(VIEW_HEADER);
  return text === null ? null : View.parse(JSON.parse(text));
}

function noView(): Finding {
  return warn(
    "proxy",
    "the room there did not say how the request arrived: it has another secret than this environment, or is of an older version.",
  );
}

function* checkView(base: URL, view: View): Generator<Finding> {
  const { forwarded, peer, address, host, isSecure } = view;
  const isTls = base.protocol === "https:";
  if (forwarded === "not_believed") {
    yield fail(
      "proxy",
      `the address that ${peer} forwards is not believed, so all who come through it count as one. If it is your proxy: TRUSTED_PROXIES=${peer}`,
    );
  } else if (forwarded === "none" && isTls) {
    yield fail(
      "proxy",
      `it does not pass X-Forwarded-For on, so everyone counts as ${peer}. Have it set that header.`,
    );
  } else yield ok("proxy", `this machine arrives as ${address}`);
  if (isTls && !isSecure) {
    yield warn("proxy", "the room is not told of TLS: have it pass X-Forwarded-Proto on.");
  }
  if (host.toLowerCase() !== base.host) {
    yield fail(
      "proxy",
      `Host arrives as ${host || "nothing"} and not as ${base.host}: pass it on.`,
    );
  }
}

/** `status`: of an Upgrade to a WebSocket; null without an answer. */
export function checkSocket(base: URL, status: number | null): Finding {
  switch (status) {
    case 101:
      return ok("socket", "/ws opens, as it does for a page there");
    case 403:
      return fail(
        "socket",
        `a page of ${base.origin} may not open /ws: name ${base.origin} in ALLOWED_ORIGINS, or have the proxy pass Host on.`,
      );
    case 426:
      return fail("socket", "the proxy drops Upgrade: it must pass Upgrade and Connection on.");
    case 503:
      return fail("socket", "/ws answered 503: the room is full, ending, or not reached.");
    default:
      return fail("socket", `/ws does not open: ${status ?? "no answer"}.`);
  }
}
