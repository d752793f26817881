import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach } from "vitest";

const servers: Server[] = [];
afterEach(() => { for (const server of servers.splice(0)) server.close(); });

/** A mail server that takes down what is said to it; `refuses`: the word it says no to. */
export async function mailServer(refuses = "nothing"): Promise<{ address: string; heard: string[] }> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let inLetter = false;
    socket.write("220 mail.example\r\n");
    socket.on("data", (data) => {
      for (const line of data.toString().split("\r\n").slice(0, -1)) {
        heard.push(line);
        if (inLetter && line !== ".") continue;
        const no = line.startsWith(refuses);
        socket.write(no ? "550 no\r\n" : inLetter ? "250 taken\r\n" : line === "DATA" ? "354 go on\r\n" : "250 ok\r\n");
        inLetter = line === "DATA" && !no;
      }
    });
    socket.on("error", () => {});
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}
