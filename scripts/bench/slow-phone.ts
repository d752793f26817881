/** How pages come up in a real browser whose processor is slowed four times, with nothing kept from before. */
import { gzipSync } from "node:zlib";
import { chromium, type Browser } from "@playwright/test";
import { browser } from "#tests/support/browser.ts";
import { beforeEnd } from "#scripts/run.ts";
import { blocked, median } from "./reckoning.ts";
import type { Scene } from "./scenes.ts";

const slower = 4;

export type Painted = { /** Milliseconds. */ largest: number[]; blocked: number[]; /** Bytes as sent. */ scripts: number; styles: number; fonts: number };

/** Opens each page so many times on a small phone. */
export async function painted(address: string, scenes: Scene[], loads: number): Promise<Map<string, Painted>> {
  const chrome = await chromium.launch(await browser());
  beforeEnd(() => chrome.close());
  const all = new Map<string, Painted>();
  for (const scene of scenes) {
    const seen: Load[] = [];
    for (let at = 0; at <= loads; at += 1) seen.push(await load(chrome, address, scene));
    const counted = seen.slice(1); // the first warms up browser and product
    const weight = (kind: keyof Load["sent"]) => median(counted.map(({ sent }) => sent[kind]));
    all.set(scene.name, { largest: counted.map(({ largest }) => largest), blocked: counted.map((one) => one.blocked), scripts: weight("script"), styles: weight("stylesheet"), fonts: weight("font") });
  }
  await chrome.close();
  return all;
}

type Load = { largest: number; blocked: number; sent: Record<"script" | "stylesheet" | "font", number> };
type Seen = { largest: number; first: number; tasks: { start: number; duration: number }[] };

async function load(chrome: Browser, address: string, { path, cookie }: Scene): Promise<Load> {
  const context = await chrome.newContext({ baseURL: address, viewport: { width: 360, height: 740 } });
  const [name = "", value = ""] = cookie?.split("=") ?? [];
  if (cookie) await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  const sent = { script: 0, stylesheet: 0, font: 0 };
  const weighing: Promise<void>[] = [];
  page.on("response", (answer) => {
    const kind = answer.request().resourceType();
    if (kind !== "script" && kind !== "stylesheet" && kind !== "font") return;
    weighing.push(answer.body().then((bytes) => { sent[kind] += kind === "font" ? bytes.length : gzipSync(bytes).length; }));
  });
  await page.addInitScript(() => {
    const seen: Seen = { largest: 0, first: 0, tasks: [] };
    Object.assign(window, { seen });
    const watch = (type: string, hear: (entry: PerformanceEntry) => void) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
    watch("largest-contentful-paint", (entry) => { seen.largest = entry.startTime; });
    watch("paint", (entry) => { if (entry.name === "first-contentful-paint") seen.first = entry.startTime; });
    watch("longtask", ({ startTime, duration }) => { seen.tasks.push({ start: startTime, duration }); });
  });
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.goto(path, { waitUntil: "networkidle" });
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  await Promise.all(weighing);
  await context.close();
  return { largest: seen.largest, blocked: blocked(seen.tasks, seen.first), sent };
}
