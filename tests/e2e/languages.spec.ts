/** Two made-up languages find what was forgotten: text that nobody translated, that grew too long, or that faces the wrong way. */
import type { Page } from "@playwright/test";
import english from "#messages/en.json" with { type: "json" };
import regions from "#prisma/content/regions.json" with { type: "json" };
import { programme, world } from "#prisma/world.ts";
import { routes } from "#tests/support/routes.ts";
import { catalogue, expect, fits, small, test } from "./support/story.ts";
import { placeIn, sayIdea, unlike } from "./support/walk.ts";

for (const as of new Set(routes().map((route) => route.as))) {
  test(`nothing that ${as === "visitor" ? "a visitor" : as} sees is left untranslated, and longer words fit a small phone`, async ({ phone, as: come }) => {
    const page = as === "visitor" ? await phone() : await come(as, { viewport: small });
    for (const route of routes("en-XA").filter((one) => one.as === as)) {
      await test.step(route.name, async () => {
        await page.goto(route.address);
        await fits(page);
        if (!route.address.startsWith("/demo")) expect(untranslated(await said(page)), route.address).toEqual([]);
      });
    }
  });

  test(`every page of ${as === "visitor" ? "a visitor" : as} also stands from right to left`, async ({ phone, as: come }) => {
    const page = as === "visitor" ? await phone() : await come(as, { viewport: small });
    for (const route of routes("ar-XB").filter((one) => one.as === as && !one.address.startsWith("/demo"))) {
      await test.step(route.name, async () => {
        await page.goto(route.address);
        await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
        await fits(page);
        expect(await sticksOut(page), route.address).toEqual([]);
        expect(await startOf(page), "the heading begins at the right").toBeLessThan(60);
      });
    }
  });
}

test("an idea can be said from right to left", async ({ phone }) => {
  const words = unlike("مقعد عند موقف الحافلة");
  const page = await phone();
  const place = placeIn("ar-XB");
  await sayIdea(page, place, { what: words, forWhom: "للجميع", weHave: "" });
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText(catalogue("ar-XB").ticket.keepText)).toBeVisible();
  expect(await sticksOut(page)).toEqual([]);
});

/** Every text that a page shows or tells, without people's own words, which carry their language. */
function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element?.checkVisibility() || element.closest("[lang]:not(html), option, textarea, script, style")) continue;
      if (node instanceof Element) texts.push(...["aria-label", "alt", "title", "placeholder"].map((name) => node.getAttribute(name) ?? ""));
      else texts.push(node.textContent ?? "");
    }
    return texts.filter((text) => text.trim() !== "");
  });
}

const words = new Set(["name", "place", "what", "forWhom", "weHave", "text", "note", "welcome", "houseRules", "whoSees", "about", "email", "title", "called", "reason", "without", "told", "learned", "surprised", "next", "why"]);
const monthsAndDays = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1))).flatMap((day) => [new Intl.DateTimeFormat("en", { month: "long" }).format(day), new Intl.DateTimeFormat("en", { weekday: "long" }).format(day)]);
const languageNames = ["ar", "da", "de", "en", "et", "fa", "fi", "lt", "lv", "pl", "ru", "sv", "ti", "uk"].map((code) => new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? "");
const countries = [...new Set(regions.map(({ country }) => new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? ""))];
const beginnings = wordsIn(world).map((text) => text.slice(0, 60)); // what a link is called after
const known = [...new Set([...wordsIn(world), ...beginnings, ...countries, ...wordsIn(programme), ...wordsIn(regions), ...monthsAndDays, ...languageNames, " at ", "Sempre"])].sort((one, other) => other.length - one.length);
const plurals = texts(english).filter((message) => message.includes(", plural,")).map(asPattern);

/** What is neither marked as translated, nor somebody's words, a name (also one that another story has given), a date, a number or an address. */
function untranslated(seen: string[]): string[] {
  return seen.flatMap((text) => {
    let rest = outside(text.replace(/: [^⟦]*\([0-9a-f]{8}\).*$/, "")).replace(/(https?:\/\/|\/en-XA\/)\S+|^[0-9A-Z]{3}-[0-9A-Z]{3}$/g, "");
    for (const piece of known) rest = rest.replaceAll(piece, "");
    return rest.split(" · ").filter((part) => /\p{L}{2}/u.test(part) && !plurals.some((plural) => plural.test(part.trim()) || plural.test(text))).map(() => text);
  });
}

/** What stands outside of translated sentences, which may hold each other. */
function outside(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/gs, "");
  return less === text ? text : outside(less);
}

// The made-up language leaves sentences with plurals as they are: "about {count, plural, one {# person} …}" → ^about (\d+ person|…)$
function asPattern(message: string): RegExp {
  const plain = message.replace(/[().?]/g, "\\$&").replace(/\{\w+\}/g, "…");
  const forms = plain.replace(/\{\w+, plural,((?: ?=?\w+ \{[^{}]*\})+)\}/g, (_, all: string) => `(?:${[...all.matchAll(/\{([^{}]*)\}/g)].map(([, form]) => form).join("|")})`);
  return new RegExp(`^${forms.replaceAll("#", "[\\d.,]+").replaceAll("…", ".*")}$`);
}

function wordsIn(node: unknown, key = ""): string[] {
  if (typeof node === "string") return words.has(key) && node !== "" ? [node, ...node.split("\n")] : [];
  return typeof node === "object" && node !== null ? Object.entries(node).flatMap(([name, child]) => wordsIn(child, Array.isArray(node) ? key : name)) : [];
}

function texts(node: unknown): string[] {
  return typeof node === "string" ? [node] : Object.values(node as object).flatMap(texts);
}

/** Things that reach over the edge of the screen. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll("main *, header *")].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return element.checkVisibility() && width > 1 && (left < -1 || right > document.documentElement.clientWidth + 1);
  }).map((element) => element.outerHTML.slice(0, 120)));
}

/** How far from the right edge the first heading begins. */
function startOf(page: Page): Promise<number> {
  return page.getByRole("heading", { level: 1 }).evaluate((heading) => {
    if (heading.closest("[lang]:not(html)")) return 0; // somebody's own words begin where their language begins
    const range = document.createRange();
    range.selectNodeContents(heading);
    return document.documentElement.clientWidth - range.getBoundingClientRect().right;
  });
}
