import { connect } from "node:net";

/** What a server answers to exactly these bytes: each answer's status, and all it said. */
export type Heard = { statuses: number[]; said: string };

/** Says bytes to the stories' product as no browser would, and listens until it hangs up or has been quiet for a while. */
export function saying(...parts: (string | Buffer)[]): Promise<Heard> {
  const { hostname, port } = new URL(process.env.STORIES_ADDRESS ?? "");
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let said = "";
    const end = () => resolve({ said, statuses: [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)) });
    socket.setTimeout(20_000, () => socket.destroy());
    socket.on("data", (data) => { said += data.toString("latin1"); });
    socket.on("error", () => {}); // hung up while we were still speaking
    socket.on("close", end);
    for (const part of parts) socket.write(typeof part === "string" ? Buffer.from(part, "latin1") : part);
  });
}

/** A request's head, with what the stories' product wants to hear unless something else is said. */
export function head(method: string, target: string, said: Record<string, string | string[]> = {}): string {
  const lines = Object.entries({ Host: new URL(process.env.STORIES_ADDRESS ?? "").host, Connection: "close", ...said });
  return `${method} ${target} HTTP/1.1\r\n${lines.flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}\r\n`)).join("")}\r\n`;
}
