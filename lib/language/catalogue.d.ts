import type english from "#messages/en.json";
import type { routing } from "./routing.ts";

// The English catalogue is the list of keys; a key that is not there does not compile.
declare module "next-intl" {
  interface AppConfig {
    Messages: typeof english;
    Locale: (typeof routing.locales)[number];
  }
}
