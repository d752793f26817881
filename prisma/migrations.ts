import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const migrationsFolder = path.join(import.meta.dirname, "migrations");

export const read = (...place: string[]) => readFileSync(path.join(migrationsFolder, ...place), "utf8");

/** The migrations that this version of the product wants, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}
