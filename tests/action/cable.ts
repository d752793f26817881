/** The wire between the product and its database, for tests that pull it. Import it before anything of the product's: it lays itself between. */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

const database = new URL(String(process.env.DATABASE_URL));
const lines = new Set<Socket>();
const state = { silent: false };

const server = createServer((product) => {
  const line = connect(Number(database.port), database.hostname);
  for (const [one, other] of [[product, line], [line, product]] as const) {
    lines.add(one);
    one.on("data", (words) => state.silent || other.write(words)).on("close", () => other.destroy()).on("error", () => {});
  }
});

async function plug(port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const port = await plug(0);
for (const name of ["DATABASE_URL", "AUTH_DATABASE_URL", "PUBLISHER_DATABASE_URL"]) {
  const address = new URL(String(process.env[name]));
  address.port = String(port);
  process.env[name] = address.href;
}

export const cable = {
  /** Nobody answers at the database's address, and whoever was talking is cut off. */
  pull: () => new Promise<void>((resolve) => {
    for (const line of lines) line.destroy();
    lines.clear();
    server.close(() => resolve());
  }),
  plugIn: () => plug(port),
  /** Connections stand, but no word comes through: a half-dead network. */
  silence: (silent: boolean) => void (state.silent = silent),
};
