import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { BUILT_IN } from "../process/built-in.ts";
import type { Calls, HttpEnv } from "./api.ts";

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rage Room: the API</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
<p>The socket is described in <a href="asyncapi.json">asyncapi.json</a>.</p>
<div id="reference"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</html>
`;
const START = `SwaggerUIBundle({ url: "openapi.json", dom_id: "#reference", validatorUrl: null });\n`;

const API_VERSION = "1";

const FILES = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
} as const;

export const REFERENCE_FILES = Object.keys(FILES);

/** In an executable it lies among what is built in. */
export function referenceFile(name: string): string {
  if (BUILT_IN !== null) return join(BUILT_IN, name);
  return fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`));
}

/** `/openapi.json` and `/asyncapi.json`, written from the schemas that validate, and a page to read and try them. */
export function reference(app: Calls): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  pages.get("/openapi.json", (context) =>
    context.json(
      app.getOpenAPI31Document({
        openapi: "3.1.0",
        // From where this document is, whatever path a proxy gave the room.
        servers: [{ url: "." }],
        info: {
          title: "Rage Room",
          version: API_VERSION,
          description:
            "One live room. Messages themselves go over the WebSocket at /ws, which asyncapi.json describes.",
        },
      }),
    ),
  );
  pages.get("/asyncapi.json", async (context) => {
    // Loaded by the first who asks: few do, and a start need not wait for it.
    const { asyncApi } = await import("./asyncapi.ts");
    return context.json(asyncApi(API_VERSION));
  });
  pages.get("/docs", (context) => context.html(PAGE));
  pages.get("/docs/start.js", (context) =>
    context.body(START, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
  );
  for (const [name, type] of Object.entries(FILES)) {
    pages.get(`/docs/${name}`, () => {
      return new Response(Bun.file(referenceFile(name)), { headers: { "Content-Type": type } });
    });
  }
  return pages;
}
