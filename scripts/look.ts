/** Shoots every page into .look/: phone and desk, light and dark. `npm run look`, `npm run look -- today idea`, `npm run look -- --in=lv` */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { browser, comeInAs } from "#tests/support/browser.ts";
import { routes, type Route } from "#tests/support/routes.ts";
import { startTestServer } from "#tests/support/server.ts";
import { build } from "./build.ts";
import { clone } from "./environment.ts";
import { generate } from "./generate.ts";
import { keys } from "./keys.ts";
import { step } from "./progress.ts";
import { beforeEnd, run } from "./run.ts";
import { stage } from "./stage.ts";

type State = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

const folder = path.join(clone, ".look");
const words = process.argv.slice(2);
const language = words.find((word) => word.startsWith("--in="))?.slice("--in=".length) ?? "en";
const wanted = words.filter((word) => !word.startsWith("--"));

await run(async () => {
  await step("Client of the database", generate);
  await step("Build", () => build(keys().actions));
  const { stop: _, ...server } = await step("Database", startTestServer);
  const { address } = await step("Setting the stage", () => stage(server, "look"));
  const chrome = await chromium.launch(await browser());
  beforeEnd(() => chrome.close());
  if (!wanted.length) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const shown = routes(language).filter(({ name }) => !wanted.length || wanted.some((word) => name.includes(word)));
  const odd: string[] = [];
  for (const as of new Set(shown.map((route) => route.as))) {
    const state = await signedIn(chrome, address, as);
    for (const route of shown.filter((one) => one.as === as)) odd.push(...(await step(`${route.name} as ${as}`, () => shoot(chrome, address, route, state))));
  }
  console.log(`\n${shown.length * 4} pictures in ${path.relative(process.cwd(), folder) || "."}${odd.length ? `\n\nWorth a look:\n${odd.map((line) => `  ${line}`).join("\n")}` : ""}`);
});

async function signedIn(chrome: Browser, address: string, as: string): Promise<State | undefined> {
  if (as === "visitor") return undefined;
  const context = await chrome.newContext({ baseURL: address });
  await comeInAs(await context.newPage(), as);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Four pictures of one page, and what is odd about it: an error, a page wider than the screen. */
async function shoot(chrome: Browser, address: string, route: Route, state: State | undefined): Promise<string[]> {
  const views = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })));
  const odd = await Promise.all(views.map(async ({ width, colorScheme }) => {
    const context = await chrome.newContext({ baseURL: address, viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce", storageState: state });
    const page = await context.newPage();
    const found: string[] = [];
    const view = `${route.name} ${width} ${colorScheme}`;
    page.on("pageerror", (error) => found.push(`${view}: ${error.message}`));
    page.on("console", (message) => { if (message.type() === "error" && !/status of 404/.test(message.text())) found.push(`${view}: ${message.text()}`); });
    const answer = await page.goto(route.address, { waitUntil: "networkidle" });
    if (answer && answer.status() !== route.status) found.push(`${view}: ${route.address} answered ${answer.status()}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${view}: ${wide} px wider than the screen`);
    await page.screenshot({ path: path.join(folder, `${route.name}.${width}.${colorScheme}.png`), fullPage: true });
    await context.close();
    return found;
  }));
  return odd.flat();
}
