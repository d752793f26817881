import "server-only";
import { createHmac } from "node:crypto";
import { custom, errors, generators, Issuer, type Client, type TokenSet } from "openid-client";
import { env } from "#lib/env.ts";
import { faultOf, log } from "#lib/log.ts";
import { emailAddress } from "./email.ts";
import { memberSeconds } from "./session.ts";

/** Where the sign-in outside sends the browser back to. Its operator registers exactly this address. */
export const backPath = "/api/sign-in/outside";

/** What the sign-in outside is called on our buttons; null where none is set up. */
export function outsideName(): string | null {
  return env().OIDC_NAME ?? null;
}

/** Who somebody is outside. `email`: only one that was verified there. `provedAt`: when they signed in there, in seconds since 1970; 0 where it does not say. */
export type Outsider = { issuer: string; subject: string; email: string | null; provedAt: number };

/**
 * The address to go to. What comes back is held against three secrets derived from the challenge: the state (it is the answer
 * to this question), the nonce (the token was made for it) and the verifier (the code is ours alone). null while it is away.
 * To be told when somebody signed in there, one asks for a greatest age: that of a session here.
 */
export async function addressOutside(challenge: Buffer): Promise<string | null> {
  const client = await clientOutside().catch(away);
  const { state, nonce, verifier } = secretsOf(challenge);
  return client?.authorizationUrl({ scope: "openid email", state, nonce, code_challenge: generators.codeChallenge(verifier), code_challenge_method: "S256", max_age: memberSeconds }) ?? null;
}

/** Verifies what came back; null for every no: another question's answer, another issuer's, a code or token that is not for us, or a sign-in that is away. */
export async function outsiderIn(answer: URLSearchParams, challenge: Buffer): Promise<Outsider | null> {
  const { state, nonce, verifier } = secretsOf(challenge);
  try {
    const client = await clientOutside();
    const tokens = await client.callback(backAddress(), Object.fromEntries(answer), { response_type: "code", state, nonce, code_verifier: verifier });
    const { iss, sub, auth_time } = tokens.claims();
    const told = await addressTold(client, tokens);
    return { issuer: iss, subject: sub, email: told, provedAt: typeof auth_time === "number" ? auth_time : 0 };
  } catch (error) {
    return away(error);
  }
}

// Some say the address in the token, some only when asked for it. One that is not verified is a claim of whoever typed it.
async function addressTold(client: Client, tokens: TokenSet): Promise<string | null> {
  const inToken = tokens.claims();
  const { email, email_verified } = inToken.email === undefined && client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens) : inToken;
  const address = email_verified === true ? emailAddress.safeParse(email) : undefined;
  return address?.data ?? null;
}

const backAddress = () => `${env().APP_ORIGIN}${backPath}`;

function secretsOf(challenge: Buffer) {
  const derived = (purpose: string) => createHmac("sha256", env().AUTH_SECRET).update(`outside ${purpose}\0`).update(challenge).digest("base64url");
  return { state: derived("state"), nonce: derived("nonce"), verifier: derived("verifier") };
}

const kept: { client?: Promise<Client> } = {};

// What it says of itself is read once and kept; where that failed, the next one asks again.
function clientOutside(): Promise<Client> {
  return (kept.client ??= discovered().catch((error: unknown) => {
    kept.client = undefined;
    throw error;
  }));
}

async function discovered(): Promise<Client> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw new Error("no sign-in outside is set up");
  const issuer = await Issuer.discover(OIDC_ISSUER);
  // Discovery alone does not compare: who answers at an address must be who it names.
  if (issuer.metadata.issuer.replace(/\/$/, "") !== OIDC_ISSUER.replace(/\/$/, "")) throw new Error("the sign-in outside calls itself by another address");
  const signed = (issuer.metadata.id_token_signing_alg_values_supported as string[] | undefined)?.filter((name) => /^(RS|PS|ES)\d{3}$|^EdDSA$/.test(name)) ?? [];
  const client = new issuer.Client({
    client_id: OIDC_CLIENT_ID, client_secret: OIDC_CLIENT_SECRET, redirect_uris: [backAddress()], response_types: ["code"],
    id_token_signed_response_alg: signed.includes("RS256") ? "RS256" : (signed[0] ?? "RS256"),
  });
  client[custom.clock_tolerance] = 30; // seconds: two machines' clocks are never quite the same
  return client;
}

// For the operator: which kind of fault, never who it was.
function away(error: unknown): null {
  const said = error instanceof errors.OPError ? /^[a-z_]{1,40}$/.exec(error.error ?? "")?.[0] : undefined;
  log.warn({ ...faultOf(error), said }, "sign-in outside");
  return null;
}
