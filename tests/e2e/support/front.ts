/** A proxy in front of several products, as small as one can be: it says who calls, and sends each request where the story wants it. */
import { createServer, request as send } from "node:http";
import { freePort } from "#scripts/postgres.ts";

export type Front = {
  address: string;
  /** Behind it stand these; requests go to each in turn. */
  inTurn: (addresses: string[]) => void;
  /** From now on every request goes to this one. */
  only: (address: string) => void;
  close: () => void;
};

/** Opens the door at once: its address is the products' own, so it must be known before they begin. */
export async function front(): Promise<Front> {
  const behind = { addresses: [""], next: 0 };
  const server = createServer((asked, answer) => {
    const to = new URL(behind.addresses[behind.next++ % behind.addresses.length] ?? "");
    const { method, url, socket } = asked;
    const passedOn = send({ host: "127.0.0.1", port: to.port, method, path: url, headers: { ...asked.headers, "x-forwarded-for": asked.headers["x-story-address"] ?? socket.remoteAddress }, agent: false }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
      answered.pipe(answer);
    });
    passedOn.on("error", () => answer.headersSent ? answer.destroy() : answer.writeHead(502).end());
    asked.pipe(passedOn);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const inTurn = (addresses: string[]) => void Object.assign(behind, { addresses });
  return { address: `http://localhost:${port}`, inTurn, only: (address) => inTurn([address]), close: () => void server.close() };
}
