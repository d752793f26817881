/** Prisma's own schema engine in its WebAssembly build: no engine binary is downloaded. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";

let ready: ReturnType<typeof loaded> | undefined;

/** Works with an engine on a database. Scripts run over the given client. */
export async function withSchemaEngine<T>(url: string, client: pg.Client, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await (ready ??= loaded()); // a second instance would overwrite the first one's memory
  const adapter = new PrismaPg({ connectionString: url });
  const connect = adapter.connect.bind(adapter);
  const opened: { dispose: () => Promise<void> }[] = [];
  adapter.connect = async () => {
    const connection = await connect();
    opened.push(connection);
    // The adapter cuts a script at every semicolon, also inside a $$ body; PostgreSQL itself reads the whole script rightly.
    return Object.assign(connection, { executeScript: async (script: string) => void (await client.query(script)) });
  };
  try {
    return await work(await SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter)));
  } finally {
    for (const connection of opened) await connection.dispose(); // an open one keeps the engine's lock on the database
  }
}

async function loaded() {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const wasm = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": Object.fromEntries(Object.entries(engine).map(unhurried)) as WebAssembly.ModuleImports });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}

// The engine's ten seconds of patience for its lock run on when it has long been done: they must not keep a script from ending.
function unhurried([name, given]: [string, unknown]): [string, unknown] {
  if (!name.startsWith("__wbg_setTimeout_") || typeof given !== "function") return [name, given];
  return [name, (...all: unknown[]) => (given(...all) as NodeJS.Timeout).unref()];
}
