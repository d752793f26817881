/** Ten thousand sockets that say nothing, from ten addresses, and one address that opens too many: is everybody else still answered? */
import { connect, type Socket } from "node:net";
import { mostFromOne } from "../sockets.ts";
import type { Found, Target } from "../attack.ts";

const [many, addresses] = [10_000, 10];

export async function crowd({ address }: Target): Promise<Found> {
  const { port } = new URL(address);
  const alone = await pace(address);
  const sockets: Socket[] = [];
  const open = { now: 0, refused: 0 };
  for (let at = 0; at < many; at++) {
    sockets.push(opened(Number(port), `127.0.1.${1 + (at % addresses)}`, open));
    if (at % 200 === 0) await pause(10); // as fast as the machine's own queue takes them
  }
  await pause(1_000);
  const most = open.now;
  const among = await pace(address);
  const greedy = { now: 0, refused: 0 };
  for (let at = 0; at < mostFromOne + 200; at++) sockets.push(opened(Number(port), "127.0.2.1", greedy));
  await pause(2_000);
  const [held, refused] = [greedy.now, greedy.refused];
  const closing = performance.now();
  while (open.now > 0 && performance.now() - closing < 60_000) await pause(200);
  const seconds = ((performance.now() - closing) / 1_000).toFixed(0);
  for (const socket of sockets) socket.destroy();
  const after = await pace(address);
  return {
    holes: [
      ...(among.failed + after.failed ? [`${among.failed + after.failed} pages were not answered`] : []),
      ...(open.now ? [`${open.now} sockets that say nothing are still open after a minute`] : []),
      ...(held > mostFromOne ? [`one address holds ${held} sockets`] : []),
    ],
    seen: [`${most} idle sockets from ${addresses} addresses; the page: ${alone.ms} ms alone, ${among.ms} ms among them, ${after.ms} ms after (median of 20)`, `the last of them was closed ${seconds} s later`, `one address wanted ${mostFromOne + 200} sockets and was refused ${refused}`],
  };
}

function opened(port: number, from: string, count: { now: number; refused: number }): Socket {
  const socket = connect({ port, host: "127.0.0.1", localAddress: from });
  const state = { open: false, heard: false };
  socket.on("connect", () => { state.open = true; count.now += 1; });
  socket.on("data", () => { state.heard = true; });
  socket.on("error", () => {});
  socket.on("close", () => {
    if (state.open) count.now -= 1;
    if (!state.heard) count.refused += 1;
  });
  return socket;
}

async function pace(address: string): Promise<{ ms: number; failed: number }> {
  const took: number[] = [];
  let failed = 0;
  for (let at = 0; at < 20; at++) {
    const began = performance.now();
    const answer = await fetch(`${address}/en/at/vidzeme`, { headers: { Connection: "close" }, signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (answer?.status !== 200) failed += 1;
    await answer?.text();
    took.push(performance.now() - began);
  }
  return { ms: Math.round(took.toSorted((one, other) => one - other)[10] ?? 0), failed };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
