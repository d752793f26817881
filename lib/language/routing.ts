import { defineRouting } from "next-intl/routing";
import { speakable } from "./languages.ts";

/** The language stands in the address: no cookie, so nothing about a person is kept to remember it. */
export const routing = defineRouting({ locales: speakable(), defaultLocale: "en", localePrefix: "always", localeCookie: false, alternateLinks: false });
