/** The line to the database breaks: whenever and however, it is known as that, so that people read "not saved, your text is kept" and not that we are at fault. */
import { connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isLostConnection } from "#lib/data/lost.ts";
import { testDatabase } from "#tests/support/database.ts";

type Break = (near: Socket) => void;
const line: { breaksAt?: RegExp; how?: Break } = {};
const server = createServer((near) => {
  const far = connect(Number(new URL(process.env.DATABASE_URL ?? "").port), "127.0.0.1");
  near.on("data", (said) => {
    if (!line.breaksAt?.test(said.toString("latin1"))) return void far.write(said);
    line.breaksAt = undefined;
    line.how?.(near);
    far.destroy();
  });
  far.pipe(near);
  for (const end of [near, far]) end.on("error", () => {}).on("close", () => { near.destroy(); far.destroy(); });
});
const stage: { database?: Awaited<ReturnType<typeof testDatabase>>; address?: string } = {};

beforeAll(async () => {
  stage.database = await testDatabase();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = new URL(stage.database.appUrl);
  const there = server.address();
  address.port = String(typeof there === "object" && there ? there.port : 0);
  stage.address = address.href;
});
afterAll(async () => {
  server.close();
  await stage.database?.drop();
});

const ways: [string, Break][] = [["reset", (near) => near.resetAndDestroy()], ["closed", (near) => near.destroy()]];
const moments: [string, RegExp][] = [["begins", /BEGIN/i], ["enters its provider", /set local/], ["asks", /from "public"|select count/i], ["is to be kept", /COMMIT/i]];

test.each(ways.flatMap(([way, how]) => moments.map(([moment, at]) => ({ way, how, moment, at }))))("$way when a transaction $moment", async ({ how, at }) => {
  const { error, again } = await broken(at, how);
  expect(isLostConnection(error)).toBe(true);
  expect(again).toBe(0);
});

test("a fault of ours is none", () => {
  for (const error of [new Error("undefined is not a function"), new TypeError("COMMIT"), Object.assign(new Error("unique"), { code: "P2002" }), "ConnectionClosed", undefined]) expect(isLostConnection(error)).toBe(false);
});

/** What a deed meets when the line breaks at this moment, and what the next one finds. */
async function broken(at: RegExp, how: Break): Promise<{ error: unknown; again: number }> {
  const [{ PrismaPg }, { PrismaClient }] = await Promise.all([import("@prisma/adapter-pg"), import("#prisma/generated/client.ts")]);
  const pool = new pg.Pool({ connectionString: stage.address, max: 1, query_timeout: 6_000 });
  pool.on("error", () => {});
  const client = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });
  const deed = () => client.$transaction(async (db) => {
    // SET takes no bind parameter; as within() does it.
    await db.$executeRawUnsafe("set local app.provider_id = '01900000-0000-7000-8000-000000000001'");
    return db.idea.count();
  });
  Object.assign(line, { breaksAt: at, how });
  const error: unknown = await deed().then(() => undefined, (said: unknown) => said);
  const again = await deed();
  await client.$disconnect();
  await pool.end();
  return { error, again };
}
