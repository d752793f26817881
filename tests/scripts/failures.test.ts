import { createServer } from "node:net";
import pg from "pg";
import { expect, test } from "vitest";
import { readEnvironment } from "#lib/env.ts";
import { Failure, failureIn, inWords } from "#scripts/failures.ts";

const failed = (work: () => Promise<unknown>) => work().then(() => undefined, (error: unknown) => error);
const coded = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

test("a taken port is named, with what to do", async () => {
  const [first, second] = [createServer(), createServer()];
  await new Promise<void>((resolve) => first.listen(0, "127.0.0.1", resolve));
  const address = first.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const error = await failed(() => new Promise((resolve, reject) => second.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined))));
  first.close();
  expect(inWords(error)).toBe(`Port ${port} is taken by another program.\n→ Stop that program, or choose another port: PORT=3001 npm start (APP_ORIGIN then names it too).`);
});

test("a database that nobody serves is said to be unreachable, with its address", async () => {
  const error = await failed(() => new pg.Client("postgres://a:b@127.0.0.1:1/sempre").connect());
  expect(inWords(error)).toMatch(/^The database cannot be reached at 127\.0\.0\.1:1\.\n→ Start PostgreSQL/);
});

test("a wrong password and a missing database each say what to correct, and repeat no password", async () => {
  const address = new URL(process.env.DATABASE_URL ?? "");
  address.pathname = "/postgres";
  const right = address.href.replace("/postgres", "/nowhere_at_all");
  address.password = "wrong-and-secret";
  const [refused, lost] = [await failed(() => new pg.Client(address.href).connect()), await failed(() => new pg.Client(right).connect())];
  expect(inWords(refused)).toMatch(/neither this user nor this password.\n→ Correct/);
  expect(inWords(refused)).not.toContain("wrong-and-secret");
  expect(inWords(lost)).toMatch(/no database of this name.\n→ Create it/);
});

test.each([coded("ENOSPC", { path: "/data" }), coded("53100"), coded("EDQUOT"), new Error("while saving", { cause: coded("ENOSPC") })])("a full disk (%s) says that nothing was half saved and how to go on", (error) => {
  expect(inWords(error)).toMatch(/^The disk is full.*Nothing was half saved\.\n→ Free some space/);
});

test("several addresses tried in vain are one failure", () => {
  expect(inWords(new AggregateError([coded("ECONNREFUSED", { address: "::1", port: 5432 }), coded("ECONNREFUSED", { address: "127.0.0.1", port: 5432 })]))).toMatch(/^The database cannot be reached at ::1:5432/);
});

test("too slow to answer is unreachable too", () => {
  expect(inWords(new Error("timeout expired"))).toMatch(/^The database cannot be reached/);
});

test("an incomplete environment is listed whole", () => {
  expect(() => readEnvironment({})).toThrow();
  const error = failureIn(((): unknown => { try { return readEnvironment({}); } catch (caught) { return caught; } })());
  expect(error?.message.split("\n")).toHaveLength(10);
  expect(error?.next).toMatch(/npm run demo/);
});

test("our own failures are said as they are; a bug keeps its stack", () => {
  expect(inWords(new Failure("It rained.", "Take an umbrella."))).toBe("It rained.\n→ Take an umbrella.");
  expect(inWords(new TypeError("x is not a function"))).toMatch(/did not foresee[\s\S]*TypeError: x is not a function[\s\S]*→ Try once more/);
  expect(failureIn(new TypeError("x is not a function"))).toBeUndefined();
});
