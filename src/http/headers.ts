import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { HttpEnv } from "./api.ts";

const SELF = "'self'";
const NONE = "'none'";

/** `origins` may show the embedded log in their frames; nobody else, and nothing else. */
export function securityHeaders(origins: readonly string[]): MiddlewareHandler {
  const strict = pageHeaders([NONE], "DENY");
  // X-Frame-Options knows no list; where there is a policy, browsers go by that.
  const embedded = pageHeaders(origins.includes("*") ? ["*"] : [SELF, ...origins], false);
  const viewer = viewerHeaders();
  return (context, next) => {
    const { path } = context.req;
    if (path === "/embed") return embedded(context, next);
    return /^\/docs(\/|$)/.test(path) ? viewer(context, next) : strict(context, next);
  };
}

const YEAR = "max-age=31536000";

/** RFC 6797. Subdomains may be somebody else's: the operator says where they are not. */
export function strictTransport(bound: "on" | "subdomains"): MiddlewareHandler<HttpEnv> {
  const policy = bound === "subdomains" ? `${YEAR}; includeSubDomains` : YEAR;
  return async (context, next) => {
    await next();
    if (context.env.isSecure) context.header("Strict-Transport-Security", policy);
  };
}

/** Nothing runs, loads or connects but our own files; no inline script; no string becomes markup. */
function pageHeaders(frameAncestors: string[], xFrameOptions: "DENY" | false): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [NONE],
      scriptSrc: [SELF],
      styleSrc: [SELF],
      imgSrc: [SELF, "data:"],
      connectSrc: [SELF],
      fontSrc: [SELF],
      manifestSrc: [SELF],
      baseUri: [NONE],
      formAction: [SELF],
      frameAncestors,
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: [NONE],
    },
    // Said by strictTransport, and only where it holds.
    strictTransportSecurity: false,
    xFrameOptions,
    referrerPolicy: "no-referrer",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });
}

/** The reference's viewer builds markup and styles at run time; it is still held to our own files. */
function viewerHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [NONE],
      scriptSrc: [SELF],
      styleSrc: [SELF, "'unsafe-inline'"],
      imgSrc: [SELF, "data:"],
      connectSrc: [SELF],
      fontSrc: [SELF, "data:"],
      baseUri: [NONE],
      frameAncestors: [NONE],
    },
    // Said by strictTransport, and only where it holds.
    strictTransportSecurity: false,
    xFrameOptions: "DENY",
    referrerPolicy: "no-referrer",
  });
}
