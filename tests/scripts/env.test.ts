import { expect, test } from "vitest";
import { EnvironmentIncomplete, readEnvironment } from "#lib/env.ts";

const whole = {
  DATABASE_URL: "postgres://app_user:secret@db:5432/sempre",
  AUTH_DATABASE_URL: "postgresql://auth_user:secret@db:5432/sempre",
  PUBLISHER_DATABASE_URL: "postgresql://publisher:secret@db:5432/sempre",
  APP_ORIGIN: "https://sempre.example",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
  TICKET_KEY: "0123456789012345678901234567890123456789",
  AUTH_SECRET: "9876543210987654321098765432109876543210",
  SMTP_URL: "smtps://sempre:secret@mail.example:465",
  MAIL_FROM: "Sempre <sempre@example.org>",
};

function lines(source: Record<string, string | undefined>): string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentIncomplete) return error.lines;
    throw error;
  }
}

test("a whole environment is read, and what is optional has its default", () => {
  expect(readEnvironment(whole)).toMatchObject({ APP_ORIGIN: "https://sempre.example", PORT: 3000, LOG_LEVEL: "info" });
});

test("all that is missing is named at once", () => {
  const named = lines({}).map((line) => line.split(" ")[0]);
  expect(named).toEqual(["DATABASE_URL", "AUTH_DATABASE_URL", "PUBLISHER_DATABASE_URL", "APP_ORIGIN", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "TICKET_KEY", "AUTH_SECRET", "SMTP_URL", "MAIL_FROM"]);
  for (const line of lines({})) expect(line).toMatch(/is missing: /);
});

test("NAME= counts as missing, and an optional one as not set", () => {
  expect(lines({ ...whole, TICKET_KEY: "" })).toHaveLength(1);
  expect(lines({ ...whole, TRUST_PROXY: "", PORT: "", DATABASE_OWNER_URL: "" })).toEqual([]);
});

test("what is missing and what is wrong are named together, and no secret is repeated", () => {
  const found = lines({ ...whole, DATABASE_URL: "mysql://me:hunter2@db/sempre", TICKET_KEY: "hunter2", APP_ORIGIN: undefined, PORT: "many" });
  expect(found).toHaveLength(4);
  expect(found.join("\n")).not.toContain("hunter2");
});

test("the running product does not take the owner's address", () => {
  expect(lines({ ...whole, DATABASE_OWNER_URL: "postgres://owner:x@db/sempre" })).toEqual([expect.stringContaining("DATABASE_OWNER_URL belongs to db:migrate alone")]);
});

test.each(["https://sempre.example", "https://sempre.example:8443", "http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])("%s is an address to stand at", (APP_ORIGIN) => {
  expect(lines({ ...whole, APP_ORIGIN })).toEqual([]);
});

test.each(["http://sempre.example", "https://sempre.example/", "https://sempre.example/app", "sempre.example", "https://Sempre.example", "http://localhost.evil.example:3000", "ftp://localhost", "null"])("%s is none", (APP_ORIGIN) => {
  expect(lines({ ...whole, APP_ORIGIN })).toEqual([expect.stringMatching(/^APP_ORIGIN is no address to stand at/)]);
});

test.each(["short", Buffer.alloc(16).toString("base64"), Buffer.alloc(33).toString("base64")])("%s is no key for server actions", (NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) => {
  expect(lines({ ...whole, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY })).toHaveLength(1);
});

test("letters go out over a mail server or into a folder, and over nothing else", () => {
  const { SMTP_URL: _, MAIL_FROM: __, ...without } = whole;
  expect(lines({ ...without, MAIL_FOLDER: ".data/mail" })).toEqual([]);
  expect(lines(without)).toEqual([expect.stringMatching(/^SMTP_URL is missing/), expect.stringMatching(/^MAIL_FROM is missing/)]);
  expect(lines({ ...whole, SMTP_URL: "mail.example", MAIL_FROM: "nobody" })).toEqual([expect.stringMatching(/^SMTP_URL is no mail server/), expect.stringMatching(/^MAIL_FROM is no sender/)]);
});

const outside = { OIDC_ISSUER: "https://login.example/realms/town", OIDC_CLIENT_ID: "sempre", OIDC_CLIENT_SECRET: "hunter2", OIDC_NAME: "Town key" };

test("a sign-in outside is set up whole or not at all", () => {
  expect(readEnvironment({ ...whole, ...outside })).toMatchObject(outside);
  for (const name of Object.keys(outside)) expect(lines({ ...whole, ...outside, [name]: "" })).toEqual([expect.stringContaining(`${name} is missing`)]);
  expect(lines({ ...whole, OIDC_NAME: "Town key" })).toHaveLength(3);
});

test.each(["http://login.example", "login.example", "https://login.example/?realm=town", "https://me:hunter2@login.example", "http://localhost.evil.example:8080", "ftp://localhost"])("%s is no sign-in outside", (OIDC_ISSUER) => {
  const found = lines({ ...whole, ...outside, OIDC_ISSUER });
  expect(found).toEqual([expect.stringMatching(/^OIDC_ISSUER is no sign-in's address/)]);
  expect(found.join()).not.toContain("hunter2");
});

test.each(["https://login.example", "http://localhost:8080/realms/town", "http://127.0.0.1:8080"])("%s is one", (OIDC_ISSUER) => {
  expect(lines({ ...whole, ...outside, OIDC_ISSUER })).toEqual([]);
});
