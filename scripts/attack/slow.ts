/** People, or programs, that take their time: with a request's head, with its body, with reading the answer. */
import { connect } from "node:net";
import type { Found, Target } from "../attack.ts";

const ways: Record<string, { says: (origin: string) => string; drips: string; reads: boolean }> = {
  "a head that never ends": { says: () => "GET /en HTTP/1.1\r\nHost: localhost\r\n", drips: "X-A: a\r\n", reads: true },
  "a body that never ends": { says: (origin) => `POST /api/deeds/propose-idea HTTP/1.1\r\nHost: localhost\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{`, drips: "a", reads: true },
  "a body of no length that never ends": { says: (origin) => `POST /en HTTP/1.1\r\nHost: localhost\r\nOrigin: ${origin}\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n`, drips: "1\r\na\r\n", reads: true },
  "an answer that nobody reads": { says: () => "GET /en HTTP/1.1\r\nHost: localhost\r\n\r\n", drips: "", reads: false },
  "two hundred questions in one breath": { says: () => "GET /en HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(200), drips: "", reads: false },
};

const [each, longest] = [100, 100_000];

/** A hundred of each kind at once: how long until the last is shown out, and is everybody else answered meanwhile? */
export async function slow({ address }: Target): Promise<Found> {
  const found: Found = { holes: [], seen: [] };
  for (const [what, way] of Object.entries(ways)) {
    const [sockets, answered] = await Promise.all([Promise.all(Array.from({ length: each }, () => shownOut(address, way))), others(address)]);
    const last = Math.max(...sockets);
    found.seen.push(`${what}: the last of ${each} was shown out after ${(last / 1_000).toFixed(0)} s; others had their page after ${answered} ms at most`);
    if (last >= longest) found.holes.push(`${what} may stay as long as it likes`);
    if (answered >= 10_000) found.holes.push(`${what} keeps others waiting`);
  }
  return found;
}

function shownOut(address: string, { says, drips, reads }: (typeof ways)[string]): Promise<number> {
  const { port } = new URL(address);
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.write(says(address)));
    if (reads) socket.resume();
    else socket.pause();
    const dripping = setInterval(() => { if (drips) socket.write(drips); }, 1_000);
    const given = setTimeout(() => socket.destroy(), longest);
    socket.on("error", () => {});
    // Who does not read does not hear that the other side has gone: a word of theirs tells, and must not look like a sign of life before.
    const asking = reads ? undefined : setInterval(() => socket.write("\r\n"), 15_000);
    socket.on("close", () => {
      for (const timer of [dripping, given, asking]) clearInterval(timer);
      resolve(performance.now() - began);
    });
  });
}

async function others(address: string): Promise<number> {
  let slowest = 0;
  for (let at = 0; at < 20; at++) {
    const began = performance.now();
    await fetch(`${address}/en/at/vidzeme`, { signal: AbortSignal.timeout(10_000) }).then((answer) => answer.text(), () => {});
    slowest = Math.max(slowest, performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return Math.round(slowest);
}
