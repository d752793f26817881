/** wapiti through all pages it finds, as a visitor and as people of a house. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Found, Target } from "../attack.ts";
import { cookieOf, tool, withoutLimits } from "./tools.ts";

// Those that need somebody else's server to hear from (ssrf, xxe), long lists of names (buster, nikto), and headers that browsers have given up (http_headers asks for X-XSS-Protection) stay out.
const modules = "backup,blindsql,crlf,csp,exec,file,htaccess,methods,permanentxss,redirect,sql,xss";
const people: [string, string][] = [["", "/en"], ["ilze", "/en/at/vidzeme/today"], ["liene", "/en/at/vidzeme/people"], ["maris", "/en/at/vidzeme/picture"]];

type Report = { vulnerabilities: Record<string, Line[]>; anomalies: Record<string, Line[]>; infos?: { crawled_pages?: unknown } };
type Line = { method: string; path: string; info: string };

export async function wapiti(target: Target): Promise<Found> {
  if (!(await tool("wapiti", ["--version"], 20_000))) return { holes: [], seen: ["wapiti is not on this machine (Debian: apt-get install wapiti)"] };
  const folder = mkdtempSync(path.join(tmpdir(), "sempre-wapiti-"));
  const found: Found = { holes: [], seen: [] };
  await withoutLimits(target, async () => {
    for (const [who, begin] of people) {
      const [cookie, file] = [who ? await cookieOf(target, who) : "", path.join(folder, `${who || "visitor"}.json`)];
      const said = await tool("wapiti", ["-u", `${target.address}${begin}`, "--scope", "domain", "-m", modules, "-d", "4", "--max-links-per-page", "30", "--max-files-per-dir", "20", "--max-scan-time", "420", "--max-attack-time", "90", "--flush-session", "--no-bugreport", "--store-session", folder, ...(cookie ? ["-H", `Cookie: ${cookie}`] : []), "-H", `Origin: ${target.address}`, "-f", "json", "-o", file], 900_000);
      const report = read(file);
      if (!report) found.seen.push(`as ${who || "a visitor"}: no report; ${(said ?? "").trim().split("\n").at(-1) ?? ""}`);
      else {
        for (const [kind, lines] of [...Object.entries(report.vulnerabilities), ...Object.entries(report.anomalies)]) for (const { method, path: place, info } of lines) found.holes.push(`as ${who || "a visitor"}: ${kind}: ${method} ${place}: ${info}`);
        found.seen.push(`as ${who || "a visitor"}: ${/(\d+) (?:URLs|pages)/i.exec(said ?? "")?.[0] ?? "pages"} looked through`);
      }
    }
  });
  rmSync(folder, { recursive: true, force: true });
  return { ...found, holes: [...new Set(found.holes)] };
}

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
