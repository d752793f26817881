/** PostgreSQL's own way back to a moment, as the README tells it; the base is copied by hand, since the embedded server comes without pg_basebackup. */
import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { vidzeme } from "#tests/support/people.ts";
import { asked, database, serverIn } from "#scripts/chaos/database.ts";
import { passingHome } from "#scripts/postgres-home.ts";
import { freePort } from "#scripts/postgres.ts";

const said = "select (select count(*)::int from ideas) as ideas, (select count(*)::int from ideas where what = 'Saved in time') as ours, (select count(*)::int from events) as events";

test.skipIf(process.platform === "win32")("after a table was emptied by mistake the database goes back to the second before: what was saved until then is there", { timeout: 120_000 }, async () => {
  const home = passingHome();
  const [archive, again] = [path.join(home, "archive"), `${home}-again`];
  mkdirSync(archive);
  const db = await database(home, String(process.env.TICKET_KEY), { archive_mode: "on", archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f`, archive_timeout: "60", fsync: "off" }); // the power stays on here
  const { as, superuser } = db.place;
  if (as.uid !== undefined && as.gid !== undefined) chownSync(archive, as.uid, as.gid);
  onTestFinished(async () => {
    await db.stop();
    for (const folder of [home, again]) rmSync(folder, { recursive: true, force: true });
  });
  const root = new pg.Client({ connectionString: db.rootUrl });
  await root.connect();

  // The base, copied while the server works.
  mkdirSync(path.join(again, "data"), { recursive: true, mode: 0o755 });
  await root.query("select pg_backup_start('base', fast => true)");
  expect(spawnSync("cp", ["-a", `${home}/data/.`, `${again}/data`]).status).toBe(0);
  const { rows: [label] } = await root.query<{ labelfile: string }>("select labelfile from pg_backup_stop()");
  for (const name of ["postmaster.pid", "postmaster.opts"]) rmSync(path.join(again, "data", name), { force: true });
  writeFileSync(path.join(again, "data", "backup_label"), label?.labelfile ?? "");
  spawnSync("sh", ["-c", `rm -rf ${again}/data/pg_wal/* && touch ${again}/data/recovery.signal && chown --reference=${home}/data ${again}/data ${again}/data/backup_label ${again}/data/recovery.signal`]);

  // A day's work, the moment, the mistake.
  const owner = db.urls.ownerUrl;
  await asked(owner, vidzeme.id, "update ideas set what = 'Saved in time' where id = (select min(id::text)::uuid from ideas)");
  const [before] = await asked(owner, vidzeme.id, said);
  const { rows: [moment] } = await root.query<{ now: string }>("select clock_timestamp()::text as now");
  await asked(owner, vidzeme.id, "truncate ideas cascade");
  const { rows: [wal] } = await root.query<{ name: string }>("select pg_walfile_name(pg_switch_wal()) as name");
  await expect.poll(async () => (await root.query("select from pg_stat_archiver where last_archived_wal >= $1", [wal?.name])).rowCount, { timeout: 20_000 }).toBe(1);
  await root.end();
  await db.stop();

  const port = await freePort();
  const back = serverIn({ ...db.place, home: again }, port, { restore_command: `cp ${archive}/%f %p`, recovery_target_time: moment?.now ?? "", recovery_target_action: "promote" });
  onTestFinished(back.stop);
  expect(await back.start()).toBe(true);
  const address = new URL(owner);
  address.port = String(port);
  const url = new URL(address.href);
  [url.username, url.password, url.pathname] = ["postgres", superuser, "/postgres"];
  await expect.poll(async () => (await asked<{ yes: boolean }>(url.href, "", "select pg_is_in_recovery() as yes"))[0]?.yes, { timeout: 20_000 }).toBe(false);
  expect(await asked(address.href, vidzeme.id, said)).toEqual([before]);
  expect(before).toMatchObject({ ours: 1 });
});
