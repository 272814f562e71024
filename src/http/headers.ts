import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { HttpEnv } from "./api.ts";

const SELF = "'self'";
const NONE = "'none'";

export function securityHeaders(): MiddlewareHandler {
  const strict = pageHeaders();
  const viewer = viewerHeaders();
  return (context, next) => {
    const isViewer = /^\/docs(\/|$)/.test(context.req.path);
    return isViewer ? viewer(context, next) : strict(context, next);
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
function pageHeaders(): MiddlewareHandler {
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
      frameAncestors: [NONE],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: [NONE],
    },
    // Said by strictTransport, and only where it holds.
    strictTransportSecurity: false,
    xFrameOptions: "DENY",
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
