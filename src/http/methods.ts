import type { MiddlewareHandler } from "hono";
import type { Calls, HttpEnv, Pages } from "./api.ts";
import { problem } from "./problem-json.ts";

type Handler = MiddlewareHandler<HttpEnv>;

/** Which methods an address knows (RFC 9110 §10.2.1); none where there is nothing. */
export class Methods {
  readonly #app: Calls;
  readonly #pages: Promise<Pages>;

  constructor(app: Calls, pages: Promise<Pages>) {
    this.#app = app;
    this.#pages = pages;
  }

  /** Answers OPTIONS; a browser's question before a call from elsewhere is for the CORS rules. */
  readonly options: Handler = async (context, next) => {
    const { method, raw } = context.req;
    if (method !== "OPTIONS" || raw.headers.has("access-control-request-method")) return next();
    const allow = await this.#of(raw);
    return allow === "" ? nothingHere() : new Response(null, { status: 204, headers: { allow } });
  };

  /** Answers what no call took: 405 where another method would have been. */
  readonly unanswered = async ({ req }: { req: { raw: Request } }): Promise<Response> => {
    const allow = await this.#of(req.raw);
    if (allow === "") return nothingHere();
    const response = problem(405, "invalid", `This address takes ${allow}.`);
    response.headers.set("Allow", allow);
    return response;
  };

  async #of({ url }: Request): Promise<string> {
    const { pathname } = new URL(url);
    const methods = new Set<string>();
    for (const { method, path } of this.#app.routes) {
      if (method !== "ALL" && !path.includes("*") && matches(path, pathname)) methods.add(method);
    }
    if ((await this.#pages).respond(new Request(url))) methods.add("GET");
    if (methods.has("GET")) methods.add("HEAD");
    if (methods.size > 0) methods.add("OPTIONS");
    return [...methods].sort().join(", ");
  }
}

function nothingHere(): Response {
  return problem(404, "not_found", "There is nothing at this address.");
}

/** A route's path holds parameters such as `:id`. */
function matches(path: string, pathname: string): boolean {
  const parts = path.split("/");
  const given = pathname.split("/");
  return (
    parts.length === given.length &&
    parts.every((part, index) => part === given[index] || (part.startsWith(":") && given[index]))
  );
}
