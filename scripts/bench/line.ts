import { connect, createServer, type Socket } from "node:net";
import { freePort } from "#scripts/postgres.ts";

/** A line to PostgreSQL that counts the statements sent over it: simple queries and executions, so begin, set and commit too. */
export type Line = { through: (url: string) => string; count: () => number; close: () => void };

/** Lays the line to the server on this port of the loopback. */
export async function countingLine(to: number): Promise<Line> {
  const [counted, ends] = [{ statements: 0 }, new Set<Socket>()];
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    const read = reader((kind) => { if (kind === "Q" || kind === "E") counted.statements += 1; });
    near.on("data", read);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      ends.add(one);
      one.setNoDelay(true).on("error", () => {}).on("close", () => { ends.delete(one); other.destroy(); }).pipe(other);
    }
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { through: (url) => Object.assign(new URL(url), { port: String(port) }).href, count: () => counted.statements, close: () => { server.close(); for (const end of ends) end.destroy(); } };
}

/** Names the kind of every message a client sends, however the network cuts it: a letter, then its length; only the first has no letter. */
export function reader(hear: (kind: string) => void): (bytes: Buffer) => void {
  let [rest, begun] = [Buffer.alloc(0), false];
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = begun ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      if (begun) hear(String.fromCharCode(rest[0] ?? 0));
      begun = true;
      rest = rest.subarray(end);
    }
  };
}
