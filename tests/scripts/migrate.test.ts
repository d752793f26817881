import { expect, test } from "vitest";
import { migrate } from "#prisma/migrate.ts";
import { testDatabase } from "#tests/support/database.ts";
import { ask } from "#tests/support/server.ts";

test("migrating twice does nothing the second time, also when both come at once", async () => {
  const { ownerUrl } = await testDatabase();
  await ask(ownerUrl, "update _prisma_migrations set rolled_back_at = null");
  expect(await Promise.all([migrate(ownerUrl), migrate(ownerUrl)])).toEqual([[], []]);
});

test("a migration that was changed after it was applied is named", async () => {
  const { ownerUrl } = await testDatabase();
  await ask(ownerUrl, "update _prisma_migrations set checksum = repeat('0', 64)");
  await expect(migrate(ownerUrl)).rejects.toThrow(/made by an earlier text of .*_walking_house/);
});

test("an owner that may not make roles is told what an administrator must do", async () => {
  const { ownerUrl } = await testDatabase();
  await ask(ownerUrl, "create role weak_owner login createdb nocreaterole password 'weak'");
  const url = new URL(ownerUrl);
  [url.username, url.password] = ["weak_owner", "weak"];
  await expect(migrate(url.href)).rejects.toThrow(/may not create schemas in/);
});
