import { expect, test } from "vitest";
import { fitting } from "#scripts/database-check.ts";
import { testDatabase } from "#tests/support/database.ts";
import { ask } from "#tests/support/server.ts";

const { ownerUrl, appUrl, authUrl } = await testDatabase();

test("the product starts as app_user and auth_user on a migrated database", async () => {
  await fitting("DATABASE_URL", appUrl, true);
  await fitting("AUTH_DATABASE_URL", authUrl);
});

test("the product does not start as the database's owner", async () => {
  await expect(fitting("DATABASE_URL", ownerUrl)).rejects.toThrow(/does not start as sempre_owner: this role owns the database/);
});

test("the product does not start before the database is migrated", async () => {
  const { ownerUrl: owner, appUrl: app } = await testDatabase();
  await ask(owner, "update _prisma_migrations set finished_at = null");
  await expect(fitting("DATABASE_URL", app, true)).rejects.toThrow(/The database lacks .*_walking_house/);
  await ask(owner, "drop table _prisma_migrations");
  await expect(fitting("DATABASE_URL", app, true)).rejects.toThrow(/The database lacks .*_walking_house/);
});
