import { createServer, get, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { isWaiting, limitSockets, paces } from "#scripts/sockets.ts";

const servers: Server[] = [];
afterEach(async () => { for (const server of servers.splice(0)) { server.closeAllConnections(); await new Promise((resolve) => server.close(resolve)); } });

/** A server with our limits, at most three sockets from one address; it answers when it is told to. */
async function house(): Promise<{ port: number; answer: () => void }> {
  const waiting: (() => void)[] = [];
  const server = createServer(paces(), (request, response) => {
    if (isWaiting(request, response)) return void request.socket.destroy();
    if (request.url === "/now") return void response.end("now");
    waiting.push(() => response.end("later"));
  });
  limitSockets(server, 3);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, answer: () => waiting.splice(0).forEach((one) => one()) };
}

function knocking(port: number, localAddress = "127.0.0.1"): Socket {
  return connect({ port, host: "127.0.0.1", localAddress }).on("error", () => {});
}

const asked = (port: number) => new Promise<string>((resolve) => get({ port, host: "127.0.0.1", path: "/now", agent: false }, (answer) => answer.setEncoding("utf8").on("data", resolve)).on("error", () => resolve("shut out")));
const closed = (socket: Socket) => new Promise((resolve) => socket.resume().on("close", () => resolve("closed")));
const opened = (socket: Socket) => new Promise((resolve) => socket.on("connect", resolve));

test("an address that opens more sockets than a full hall is shut out, nobody else is, and it may come again when it has closed some", async () => {
  const { port } = await house();
  const three = [1, 2, 3].map(() => knocking(port));
  await Promise.all(three.map(opened));
  expect(await asked(port)).toBe("shut out");
  const neighbour = knocking(port, "127.0.0.2");
  neighbour.write("GET /now HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(String(await new Promise((resolve) => neighbour.on("data", resolve)))).toContain("now");
  neighbour.destroy();
  for (const socket of three) socket.destroy();
  await expect.poll(() => asked(port)).toBe("now");
});

test("one question at a time: whoever asks again before the answer is there hears nothing more, and whoever waits may ask again", async () => {
  const { port, answer } = await house();
  const greedy = knocking(port);
  greedy.write("GET /one HTTP/1.1\r\nHost: x\r\n\r\nGET /two HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(await closed(greedy)).toBe("closed");
  const patient = knocking(port);
  for (const question of ["first", "second"]) {
    const heard = { said: "" };
    patient.once("data", (data) => { heard.said = String(data); });
    patient.write(`GET /${question} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await expect.poll(() => { answer(); return heard.said; }).toContain("later");
  }
  patient.destroy();
});

test("nobody may take for ever: a head, a form, a silence each have their time, and a server looks often enough", () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval } = paces();
  expect(headersTimeout).toBeLessThan(requestTimeout);
  for (const time of [headersTimeout, requestTimeout, keepAliveTimeout]) expect(time).toBeGreaterThan(connectionsCheckingInterval);
  expect(requestTimeout).toBeLessThanOrEqual(60_000);
});
