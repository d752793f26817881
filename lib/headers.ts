/** What every answer says of itself, whoever makes it; pages add their content security policy. */
export const securityHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin", // no-referrer would make a plain form send `Origin: null`
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
} as const;

/** For what is no page: a redirect, a built file, an answer before any page is drawn. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
