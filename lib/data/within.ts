import "server-only";
import { client } from "./client.ts";
import { uuidShape } from "./shapes.ts";

declare const bound: unique symbol;
type Scope = { providerId: string } | { programmeId: string };
type Scoped = ReturnType<typeof scoped>;

/** A transaction that sees one provider's (or programme's) rows and no others. */
export type Db = Omit<Parameters<Parameters<Scoped["$transaction"]>[0]>[0], "$transaction"> & { readonly [bound]: true };

/** The one door to tenant rows: every row read or written inside belongs to this provider. */
export function within<T>({ place }: { place: { id: string } }, work: (db: Db) => Promise<T>): Promise<T> {
  return transaction("app.provider_id", place.id, { providerId: place.id }, work);
}

/** The same door for what a programme owns. */
export function withinProgramme<T>({ place }: { place: { id: string } }, work: (db: Db) => Promise<T>): Promise<T> {
  return transaction("app.programme_id", place.id, { programmeId: place.id }, work);
}

function transaction<T>(setting: "app.provider_id" | "app.programme_id", id: string, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  if (!uuidShape.test(id)) throw new Error("the place's id is not a UUID"); // SET takes no bind parameter
  return scoped(scope).$transaction(
    async (opened) => {
      // SET LOCAL, not set_config(): a distributed PostgreSQL (Citus) passes SET LOCAL on to its shards, a function call not.
      await opened.$executeRawUnsafe(`set local ${setting} = '${id}'`);
      return work(opened as unknown as Db);
    },
    { maxWait: 5_000, timeout: 10_000 },
  );
}

const shared = new Set(["Region", "Programme", "Provider", "DemoMark"]);
const narrowed = /^(find|count|groupBy|aggregate|updateMany|deleteMany)/;

// Row level security alone decides what exists. The constant beside it sends a query to one shard of a distributed database.
function scoped(scope: Scope) {
  return client.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (shared.has(model) || !narrowed.test(operation)) return query(args);
          const { where, ...rest } = args as { where?: object };
          return query({ ...rest, where: where ? { AND: [scope, where] } : scope } as typeof args);
        },
      },
    },
  });
}
