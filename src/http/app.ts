import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { Meter } from "../room/meter.ts";
import { adminCalls } from "./admin.ts";
import { type Calls, type HttpParts, newCalls, type Pages } from "./api.ts";
import { audited } from "./audit.ts";
import { authCalls } from "./auth.ts";
import { smallBodies } from "./body-size.ts";
import { securityHeaders, strictTransport } from "./headers.ts";
import { helpCalls } from "./help.ts";
import { ANY_REQUEST, knowSource, limited } from "./limited.ts";
import { Methods } from "./methods.ts";
import { moderationCalls } from "./moderation.ts";
import { ownAccountCalls } from "./own-account.ts";
import { answerError } from "./problem-json.ts";
import { publicCalls } from "./public.ts";
import { receiptCalls } from "./receipts.ts";
import { reference } from "./reference.ts";
import { identified } from "./request-id.ts";
import { RoomPage } from "./room-page.ts";
import { secondStepCalls } from "./second-step.ts";
import { setupCalls } from "./setup.ts";

/** Every HTTP call of the room. */
export function httpApp(parts: HttpParts): Calls {
  const { allowedOrigins, hsts, embed } = parts.settings;
  const pages = embed ? parts.pages : parts.pages.then(withoutEmbed);
  const app = newCalls();
  app.onError(answerError(parts.logger, parts.meter));
  const methods = new Methods(app, pages);
  app.notFound(methods.unanswered);
  app.use(identified);
  app.use(counted(parts.meter));
  app.use(securityHeaders(allowedOrigins));
  if (hsts !== "off") app.use(strictTransport(hsts));
  app.use(noStore);
  app.use(audited(parts.logger));
  app.use(knowSource(parts.accounts));
  app.use(limited("any request", ANY_REQUEST));
  app.use(methods.options);
  const origin = allowedOrigins.includes("*") ? "*" : [...allowedOrigins];
  app.use(
    "*",
    cors({
      origin,
      allowHeaders: ["Authorization", "Content-Type"],
      exposeHeaders: ["X-Request-Id"],
      maxAge: 600,
    }),
  );
  app.use(smallBodies);
  app.route("/", publicCalls(parts));
  app.route("/", authCalls(parts));
  app.route("/", setupCalls(parts));
  app.route("/", ownAccountCalls(parts));
  app.route("/", secondStepCalls(parts));
  app.route("/", adminCalls(parts));
  app.route("/", moderationCalls(parts));
  app.route("/", receiptCalls(parts));
  app.route("/", helpCalls(parts));
  app.route("/", reference(app));
  const roomPage = new RoomPage(parts.room, parts.pages);
  app.get("/", (context) => roomPage.respond(context.req.raw));
  app.get("*", async (context, next) => {
    return (await pages).respond(context.req.raw) ?? next();
  });
  return app;
}

function withoutEmbed(pages: Pages): Pages {
  return {
    respond: (request) =>
      new URL(request.url).pathname === "/embed" ? undefined : pages.respond(request),
  };
}

function counted(meter: Meter): MiddlewareHandler {
  return async (context, next) => {
    await next();
    meter.answered(context.res.status);
  };
}

/** What does not say itself for how long it may be kept. */
const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has("Cache-Control")) context.header("Cache-Control", "no-store");
};
