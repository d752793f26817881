import "server-only";
import { headers } from "next/headers";

// The first that fits counts: every browser also claims to be its ancestors.
const browsers: [RegExp, string][] = [[/Edg(e|A|iOS)?\//, "Edge"], [/OPR\/|Opera/, "Opera"], [/SamsungBrowser/, "Samsung Internet"], [/Firefox\/|FxiOS/, "Firefox"], [/Chrome\/|CriOS|Chromium/, "Chrome"], [/Safari\//, "Safari"]];
const systems: [RegExp, string][] = [[/Android/, "Android"], [/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Windows/, "Windows"], [/Mac OS X|Macintosh/, "Mac"], [/CrOS/, "ChromeOS"], [/Linux/, "Linux"]];

const first = (names: [RegExp, string][], told: string) => names.find(([sign]) => sign.test(told))?.[1] ?? "";

/** The caller's browser and system, enough to know one's own devices again and no more: `Firefox|Android`. */
export async function callerDevice(): Promise<string> {
  const told = ((await headers()).get("user-agent") ?? "").slice(0, 500);
  return `${first(browsers, told)}|${first(systems, told)}`;
}

/** The two names again; empty where the device did not say. */
export function deviceNames(device: string): { browser: string; system: string } {
  const [browser = "", system = ""] = device.split("|");
  return { browser, system };
}
