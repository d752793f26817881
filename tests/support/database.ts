import { randomBytes } from "node:crypto";
import { addresses, ask, drop, template, type TestServer } from "./server.ts";

export type TestDatabase = { ownerUrl: string; appUrl: string; authUrl: string; publisherUrl: string; drop: () => Promise<void> };

const server = JSON.parse(process.env.TEST_SERVER ?? "{}") as TestServer;
const reserved = [new URL(process.env.DATABASE_URL ?? "").pathname.slice(1)];

/** A migrated, empty database for this test file: the one the product's own clients are already pointed at. A second call makes a scratch one beside it. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = reserved.pop() ?? `scratch_${randomBytes(6).toString("hex")}`;
  await ask(server.ownerUrl, `create database ${name} template ${template} strategy file_copy`);
  return { ...addresses(server, name), drop: () => drop(server.ownerUrl, name) };
}
