/** sqlmap on deeds and addresses that take words, as people who may use them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { world } from "#prisma/world.ts";
import type { Found, Target } from "../attack.ts";
import { cookieOf, tool, withoutLimits } from "./tools.ts";

const [vidzeme] = world;
const [network] = vidzeme?.networks ?? [];
const member = vidzeme?.members[0]?.member ?? "";
const id = "01900000-0000-7000-8000-00000000c0de";

/** By whom, and what: a deed with its form, or an address with its question. */
const asked: [string, string, Record<string, string>?][] = [
  ["", "/api/deeds/propose-idea", { provider: "vidzeme", language: "en", network: network?.slug ?? "", id, what: "A bench", forWhom: "all", weHave: "wood", spoke: "self" }],
  ["", "/api/deeds/open-ticket", { provider: "vidzeme", language: "en", words: "one two three 12" }],
  ["", "/api/deeds/use-code", { provider: "vidzeme", language: "en", code: "K7M4PX" }],
  ["", "/api/deeds/ask-letter", { language: "en", email: "somebody@example.org" }],
  ["ilze", "/api/deeds/answer-idea", { provider: "vidzeme", language: "en", idea: network?.ideas[0]?.id ?? "", version: "0", text: "Yes" }],
  ["ilze", "/api/deeds/make-group", { provider: "vidzeme", language: "en", id, name: "Choir", speaks: "lv", aboutSize: "12", contact: member, network: network?.id ?? "" }],
  ["ilze", "/api/deeds/begin-project", { provider: "vidzeme", language: "en", id, network: network?.id ?? "", title: "Bus", place: "Here", focusGroup: "older people", owner: "nobody yet", ownerReason: "later", withoutIdea: "by itself", planned: "640", currency: "EUR" }],
  ["liene", "/api/deeds/invite-member", { provider: "vidzeme", language: "en", id, name: "Anna", email: "anna@example.org", reads: "lv", staff: "yes" }],
  ["liene", "/api/deeds/change-doorplate", { provider: "vidzeme", language: "en", name: "Vidzeme", speaks: "lv", timeZone: "Europe/Riga", region: "LV00C" }],
  ["ilze", "/en/at/vidzeme/today?after=2026-01-01"],
  ["ilze", "/en/at/vidzeme/projects?state=running&after=1"],
  ["maris", "/en/at/vidzeme/picture?network=ozolmuiza&quarter=2026-Q1"],
  ["", "/en/regions?regions=LV00C,DEF05&indicator=ideas&first=2025-Q1&last=2025-Q4"],
];

export async function sqlmap(target: Target): Promise<Found> {
  if (!(await tool("sqlmap", ["--version"], 20_000))) return { holes: [], seen: ["sqlmap is not on this machine (Debian: apt-get install sqlmap)"] };
  const folder = mkdtempSync(path.join(tmpdir(), "sempre-sqlmap-"));
  const found: Found = { holes: [], seen: [] };
  await withoutLimits(target, async () => {
    for (const [who, place, form] of asked) {
      const cookie = who ? await cookieOf(target, who) : "";
      const said = await tool("sqlmap", [
        "-u", `${target.address}${place}`, ...(form ? ["--data", new URLSearchParams(form).toString()] : []), ...(cookie ? ["--cookie", cookie, "--param-exclude", "sid"] : []),
        "--headers", `Origin: ${target.address}\nAccept: application/json`, "--batch", "--flush-session", "--dbms", "PostgreSQL", "--technique", "BEUST", "--time-sec", "3", "--ignore-code", "404,422", "--output-dir", folder, "--disable-coloring", "--drop-set-cookie",
      ], 600_000);
      const hole = /is vulnerable|identified the following injection|Type: (boolean|error|UNION|stacked|time)/.exec(said ?? "");
      const requests = /all tested parameters do not appear/.test(said ?? "");
      if (hole) found.holes.push(`${place} as ${who || "a visitor"}: ${(said ?? "").split("\n").filter((line) => /Parameter:|Type:|Payload:/.test(line)).join(" · ") || hole[0]}`);
      else found.seen.push(`${place} as ${who || "a visitor"}: ${requests ? "nothing to inject into" : `not finished: ${(said ?? "").trim().split("\n").filter((line) => /CRITICAL|ERROR/.test(line)).at(-1) ?? "no word"}`}`);
    }
  });
  rmSync(folder, { recursive: true, force: true });
  return found;
}
