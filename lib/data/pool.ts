import type pg from "pg";

// What fails because of it says so itself, by the statement that was under way or by the next one.
const unmoved = () => {};

/** A connection that the server ends must not end the product: no idle one, and none that is just handed over or held between two statements. */
export function steady(pool: pg.Pool): pg.Pool {
  return pool.on("error", unmoved).on("connect", (connection) => void connection.on("error", unmoved));
}
