import "server-only";
import { isIP } from "node:net";
import { z } from "zod";
import { env } from "#lib/env.ts";

/** The name that passkeys are bound to: the host of our own address. null where there can be none, since it is a bare IP address. */
export function passkeyHost(): string | null {
  const host = new URL(env().APP_ORIGIN).hostname;
  return isIP(host.replace(/^\[|\]$/g, "")) ? null : host;
}

const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;
const base64 = z.string().max(16_000, "strange").regex(/^[A-Za-z0-9_-]*$/, "strange");
const credential = { id: base64.min(1, "strange"), rawId: base64, type: z.literal("public-key", "strange"), clientExtensionResults: z.object({}) };

/** What a device answers when it shows a passkey, and when it has made one, as a form carries it: in JSON. */
export const Shown = inJson(z.object({ ...credential, response: z.object({ clientDataJSON: base64, authenticatorData: base64, signature: base64, userHandle: base64.optional() }) }));
export const Made = inJson(z.object({ ...credential, response: z.object({ clientDataJSON: base64, attestationObject: base64, transports: z.array(z.enum(transports)).max(8, "strange").optional().catch([]) }) }));

function inJson<Shape extends z.ZodType>(shape: Shape) {
  return z.string("strange").max(40_000, "strange").transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "strange" });
      return z.NEVER;
    }
  }).pipe(shape);
}
