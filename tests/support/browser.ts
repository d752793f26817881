import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium, type LaunchOptions, type Page } from "@playwright/test";
import { Failure } from "#scripts/failures.ts";

/** How to start a Chromium: the machine's own, else Playwright's, else the one that comes as an npm package. */
export async function browser(): Promise<LaunchOptions> {
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"].find((file) => existsSync(file));
  if (installed) return { executablePath: installed };
  if (existsSync(chromium.executablePath())) return {};
  const home = await unpacked();
  // Of the package's own settings none is taken but the missing sandbox: the others make one process of the browser and switch web security off.
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: path.join(home, "fonts") };
  return { executablePath: path.join(home, "chromium"), args: ["--no-sandbox"], env: { ...process.env, ...fonts } as Record<string, string> };
}

/** Comes in as somebody of the cast, by their button at the demonstration's door. */
export async function comeInAs(page: Page, key: string): Promise<void> {
  await page.goto("/demo");
  const before = page.url();
  await page.locator(`[data-cast="${key}"]`).click();
  await page.waitForURL((url) => url.href !== before);
}

/** Unpacks the package's Chromium under .data/, whole or not at all: it would go to the folder for passing files, where anybody may lay one. */
async function unpacked(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Failure("There is no Chromium on this machine for the browser stories.", "Install Chromium, or run npx playwright install chromium.");
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(require.resolve("@sparticuz/chromium")), "..", "..", "package.json"), "utf8")) as { version: string };
  const home = path.resolve(".data", `chromium-${version}`);
  if (existsSync(home)) return home;
  const half = `${home}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = half;
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath();
    renameSync(half, home);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(half, { recursive: true, force: true });
  }
  return home;
}
