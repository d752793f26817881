/** Sends requests at a product for some seconds, in a process of its own, and prints what came of it. `node scripts/bench/cannon.ts <plan.json>` */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { spentBy } from "./processor.ts";

/** `bodies`: each request sends the next of these forms, under an id of its own; without, pages are asked for. */
export type Plan = { address: string; path: string; headers: Record<string, string>; bodies?: { cookie: string; form: Record<string, string> }[]; from: number; connections: number; seconds: number; warm: number; marks: { product: string; database: string } };
export type Fired = { requests: number; perSecond: number; p50: number; p99: number; failed: number; /** Milliseconds a request. */ processor: number | null; database: number | null };

/** Fires a plan: first to warm up, then the shot that counts. */
async function fire(plan: Plan): Promise<Fired & { sent: number }> {
  const sent = { number: plan.from };
  const shot = (seconds: number) => autocannon({ url: plan.address, connections: plan.connections, duration: seconds, requests: [requestOf(plan, sent)] });
  if (plan.warm > 0) await shot(plan.warm);
  const before = { product: spentBy(plan.marks.product), database: spentBy(plan.marks.database) };
  const result = await shot(plan.seconds);
  const after = { product: spentBy(plan.marks.product), database: spentBy(plan.marks.database) };
  const requests = result.requests.total;
  const each = (part: "product" | "database") => { const [one, other] = [before[part], after[part]]; return one && other && requests ? (other.processor - one.processor) / requests : null; };
  return { requests, perSecond: requests / result.duration, p50: result.latency.p50, p99: result.latency.p99, failed: result.non2xx + result.errors + result.timeouts, processor: each("product"), database: each("database"), sent: sent.number };
}

function requestOf({ path, headers, bodies }: Plan, sent: { number: number }): autocannon.Request {
  if (!bodies) return { method: "GET", path, headers };
  return {
    method: "POST", path,
    setupRequest: (request) => {
      const { cookie, form } = bodies[sent.number % bodies.length] ?? { cookie: "", form: {} };
      sent.number += 1;
      return { ...request, method: "POST", path, headers: { ...headers, cookie, "content-type": "application/json" }, body: JSON.stringify({ ...form, id: randomUUID() }) };
    },
  };
}

if (import.meta.main) console.log(JSON.stringify(await fire(JSON.parse(readFileSync(String(process.argv[2]), "utf8")) as Plan)));
