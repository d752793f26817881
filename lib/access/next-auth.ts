import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import { env } from "#lib/env.ts";
import { cookieName, memberSeconds } from "./session.ts";

/**
 * Signs somebody in through next-auth: `authorize` proves who it is, and the session that next-auth hands out is our own
 * secret, so that there is one kind of session and the database can end it at once. None of its addresses is mounted: this
 * is called from a deed, behind the guards of every deed. Answers the session's secret and whose it is; a no of `authorize`
 * is thrown as it was.
 */
export async function signInThroughNextAuth(secret: string, authorize: () => Promise<string>): Promise<{ secret: string; personId: string }> {
  // next-auth would make an address of what goes wrong while proving; the answer is the deed's.
  const proof: { personId?: string; thrown: unknown[] } = { thrown: [] };
  const cookies: string[] = [];
  await NextAuth(postedToItself(), collecting(cookies), optionsFor(secret, async () => {
    try {
      proof.personId = await authorize();
      return { id: proof.personId };
    } catch (error) {
      proof.thrown.push(error);
      return null;
    }
  }));
  if (proof.thrown.length) throw proof.thrown[0];
  const given = cookies.find((cookie) => cookie.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1).split(";")[0];
  if (!given || !proof.personId) throw new Error("next-auth handed out no session");
  return { secret: given, personId: proof.personId };
}

function optionsFor(secret: string, authorize: () => Promise<{ id: string } | null>): AuthOptions {
  const names = { sessionToken: named(cookieName()), csrfToken: named("csrf") };
  return {
    secret: env().AUTH_SECRET,
    providers: [{ id: "letter", name: "Letter", type: "credentials", credentials: {}, options: {}, authorize }],
    session: { strategy: "jwt", maxAge: memberSeconds },
    jwt: { encode: async () => secret, decode: async () => null },
    cookies: names,
    logger: { error: () => {}, warn: () => {}, debug: () => {} }, // the deed logs, and never who it was
  };
}

const named = (name: string) => ({ name, options: { httpOnly: true, sameSite: "lax", path: "/", secure: env().APP_ORIGIN.startsWith("https:") } });

// next-auth wants its own sign against foreign forms. Our deeds have compared the origin before; the pair is made here.
function postedToItself(): NextApiRequest {
  const token = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");
  const request = { method: "POST", query: { nextauth: ["callback", "letter"] }, headers: {}, cookies: { csrf: `${token}|${proof}` }, body: { csrfToken: token, json: "true" } };
  return request as unknown as NextApiRequest; // the five things that next-auth reads of one
}

function collecting(cookies: string[]): NextApiResponse {
  const response = {
    status: () => response,
    getHeader: () => cookies,
    setHeader: (name: string, value: string[]) => (name === "Set-Cookie" ? void (cookies.splice(0, cookies.length, ...value)) : undefined),
    json: () => {},
    send: () => {},
    end: () => {},
  };
  return response as unknown as NextApiResponse; // what next-auth writes to
}
