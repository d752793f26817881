import { config } from "zod";

// The policy of our pages lets nobody make code from text. Asked for it all the same, the browser would report it; so the checks are told before they are made.
if (typeof window !== "undefined") config({ jitless: true });
