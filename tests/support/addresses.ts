/** Before each test file: the environment of a running product, with a database name of the file's own. testDatabase() makes it. */
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { addresses, type TestServer } from "./server.ts";

const { appUrl, authUrl, publisherUrl } = addresses(JSON.parse(process.env.TEST_SERVER ?? "{}") as TestServer, `test_${randomBytes(6).toString("hex")}`);

Object.assign(process.env, {
  DATABASE_URL: appUrl,
  AUTH_DATABASE_URL: authUrl,
  PUBLISHER_DATABASE_URL: publisherUrl,
  DATABASE_OWNER_URL: "",
  APP_ORIGIN: "http://localhost:3000",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  TICKET_KEY: "a ticket key for tests and nothing else",
  AUTH_SECRET: "a key for sign-in letters in tests and nothing else",
  // Where nobody answers: the tests of the sign-in outside begin one.
  OIDC_ISSUER: "http://localhost:9",
  OIDC_CLIENT_ID: "sempre",
  OIDC_CLIENT_SECRET: "a secret for tests and nothing else",
  OIDC_NAME: "House key",
  MAIL_FOLDER: path.join(tmpdir(), `sempre-letters-${randomBytes(6).toString("hex")}`),
  LOG_LEVEL: "silent",
});
