import { expect, test as base, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { pseudo } from "#lib/language/pseudo.ts";
import de from "#messages/de.json" with { type: "json" };
import english from "#messages/en.json" with { type: "json" };
import lv from "#messages/lv.json" with { type: "json" };
import { comeInAs } from "#tests/support/browser.ts";

export { expect };

/** Everything the product says in a language, to look for it by the words people see. */
export function catalogue(language: string): typeof english {
  if (language === "de") return de;
  if (language === "lv") return lv;
  return pseudo(language, english);
}

export const small = { width: 320, height: 640 };

type Opened = {
  /** A new visitor with a small phone that nobody has used before. */
  phone: (options?: BrowserContextOptions) => Promise<Page>;
  /** Somebody of the cast at a desk, come in by the demonstration's door. */
  as: (key: string, options?: BrowserContextOptions) => Promise<Page>;
};

/** A story's people. In every page they open, a script that fails or a thing that the policy refuses turns the story red. */
export const test = base.extend<Opened & { people: (options: BrowserContextOptions) => Promise<Page> }>({
  people: async ({ browser }, give) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await give(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      watch(page, faults);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(faults).toEqual([]);
  },
  phone: async ({ people }, give) => {
    await give((options = {}) => people({ viewport: small, ...options }));
  },
  as: async ({ people, browser }, give) => {
    await give(async (key, options = {}) => people({ storageState: await stateOf(browser, key), ...options }));
  },
});

/** Nothing on this page is wider than the screen. */
export async function fits(page: Page): Promise<void> {
  const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(wide, `${new URL(page.url()).pathname} is wider than the screen by so many px`).toBeLessThanOrEqual(0);
}

/** Everything a page shows, as somebody reads it. */
export async function readAll(page: Page): Promise<string> {
  return (await page.locator("body").innerText()).replace(/\s+/g, " ").trim();
}

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
const states = new Map<string, { state: Promise<State>; since: number }>();

// Come in once, and from then on with the same session: the door itself has a story of its own. After ten minutes anew: who
// changes what others may do must have proved lately who they are.
function stateOf(browser: Browser, key: string): Promise<State> {
  const known = states.get(key);
  if (known && performance.now() - known.since < 600_000) return known.state;
  const state = enter(browser, key);
  states.set(key, { state, since: performance.now() });
  return state;
}

async function enter(browser: Browser, key: string): Promise<State> {
  const context = await browser.newContext();
  await comeInAs(await context.newPage(), key);
  const state = await context.storageState();
  await context.close();
  return state;
}

function watch(page: Page, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // The browser's own word for an answer of 4xx: the story itself says whether that is right.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
}
