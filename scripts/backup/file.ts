/**
 * A backup as a file: gzip over lines of text, so that it can be read without us (`zcat`). First what it is, then the rows as
 * JSON under the name of their table, at the end how many there are and a checksum over all that stands before.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Failure } from "../failures.ts";
import type { Tallies } from "./rows.ts";
import type { Table } from "./tables.ts";

/** `jobs`: the version of the queue's schema. `ticketKey`: a mark that tells keys apart and gives none away. */
export type Header = { sempre: "backup"; format: 1; at: string; postgres: string; migrations: string[]; jobs: number; ticketKey?: string; tables: Table[] };
/** What stands between the rows: whose they are, and at the end what there was. */
export type Mark = { table: string; place: string | null } | { tallies: Tallies } | { sha256: string };
export type Backup = { header: Header; tallies: Tallies };

/** A line of our own between the rows. */
export const marked = (mark: Header | Mark) => `# ${JSON.stringify(mark)}\n`;
/** What such a line says; undefined for a row. */
export const markIn = (line: string) => (line.startsWith("# ") ? (JSON.parse(line.slice(2)) as Header | Mark) : undefined);

/** Writes a backup whole or not at all, readable by its owner alone, and sealed. */
export async function writeBackup(file: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const half = `${file}.half`;
  try {
    await pipeline(lines, sealed, createGzip(), createWriteStream(half, { mode: 0o600, flush: true }));
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

async function* sealed(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  for await (const some of lines) {
    hash.update(some);
    yield some;
  }
  yield marked({ sha256: hash.digest("hex") });
}

/** The lines of a backup. Broken at line feeds alone: what people write may hold every other kind of line end. */
export async function* linesIn(file: string): AsyncGenerator<string> {
  const [packed, text] = [createReadStream(file), createGunzip()];
  packed.on("error", (error) => text.destroy(error));
  let rest = "";
  for await (const some of packed.pipe(text).setEncoding("utf8") as AsyncIterable<string>) {
    const lines = (rest + some).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) throw new Failure(`${file} is damaged: it ends in the middle of a line. Nothing was restored.`, takeAnother);
}

/** Reads a backup to its end and answers what it says of itself, or refuses one that is damaged or none of ours. */
export async function checked(file: string): Promise<Backup> {
  const [hash, seen] = [createHash("sha256"), {} as { header?: Header; tallies?: Tallies; seal?: string }];
  try {
    for await (const line of linesIn(file)) {
      const mark = markIn(line);
      if (mark && "sempre" in mark) seen.header = mark;
      if (mark && "tallies" in mark) seen.tallies = mark.tallies;
      if (mark && "sha256" in mark) seen.seal = mark.sha256;
      else hash.update(line).update("\n");
      if (!seen.header) break;
    }
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Failure(`There is no file ${file}.`, "npm run restore -- --from FILE");
    if (code.startsWith("Z_") || error instanceof SyntaxError) throw new Failure(`${file} is damaged, or no backup made by npm run backup. Nothing was restored.`, takeAnother, error);
    throw error;
  }
  const { header, tallies, seal } = seen;
  if (!header || header.format !== 1) throw new Failure(`${file} is no backup that this version can read. Nothing was restored.`, takeAnother);
  if (!tallies || seal !== hash.digest("hex")) throw new Failure(`${file} is damaged: its checksum is not that of what it holds. Nothing was restored.`, takeAnother);
  return { header, tallies };
}

const takeAnother = "Take another copy of it, or the backup before it.";
