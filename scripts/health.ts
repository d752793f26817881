import type { Serving } from "./child.ts";
import { Failure } from "./failures.ts";

/** Waits until the product on this port answers, or says why it ended before. */
export async function healthy(port: number, product: Serving): Promise<void> {
  const gone = product.ended.then(() => "gone" as const);
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (await answers(port)) return;
    if ((await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 100))])) === "gone") throw new Failure(`The product did not start.\n${product.lastWords()}`, product.lastWords().includes("→") ? "" : "Correct what is named above, then start again.");
  }
  throw new Failure(`The product did not answer within a minute.\n${product.lastWords()}`, "Start it again; if this machine is very busy, wait until it is less so.");
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
  } catch {
    return false;
  }
}
