import { existsSync } from "node:fs";
import path from "node:path";

export const clone = path.resolve(import.meta.dirname, "..");

/** Reads .env where there is one; what the environment already says wins. */
export function loadEnvironment(): void {
  const file = path.join(clone, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
