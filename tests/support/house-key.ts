/** A sign-in of an organisation's own, really running on this computer: oidc-provider, where whoever is at the desk is signed in at once. */
import { randomBytes, webcrypto } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider, type JWK } from "oidc-provider";

/** Who is at the desk, and what is said of them. */
export type AtDesk = { sub: string; email?: string; email_verified?: boolean };
export type HouseKey = { issuer: string; secret: string; desk: { now: AtDesk }; stop: () => Promise<void> };

/** Starts one that knows our product by this address; `inToken`: it tells the address in the token, else only when asked. */
export async function openHouseKey(origin: string, { inToken = true }: { inToken?: boolean } = {}): Promise<HouseKey> {
  const [desk, secret] = [{ now: { sub: "nobody" } as AtDesk }, randomBytes(16).toString("hex")];
  const people = new Map<string, AtDesk>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "sempre", client_secret: secret, redirect_uris: [`${origin}/api/sign-in/outside`], response_types: ["code"], grant_types: ["authorization_code"] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: !inToken,
    cookies: { keys: [randomBytes(16).toString("hex")] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/desk/${uid}` },
    jwks: { keys: [await signingKey()] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    // Everybody here has agreed long ago that the product may know their address.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/desk/")) return void answer(request, response);
    people.set(desk.now.sub, desk.now);
    void provider.interactionFinished(request, response, { login: { accountId: desk.now.sub, remember: false } });
  });
  return { issuer, secret, desk, stop: () => new Promise<void>((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }) };
}

/** Goes there as a browser does, and answers where it is sent back to. */
export async function throughHouseKey(address: string, back: string): Promise<URL> {
  const cookies = new Map<string, string>();
  for (let [at, steps] = [new URL(address), 0]; steps < 10; steps += 1) {
    const answer = await fetch(at, { redirect: "manual", headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (!location) throw new Error(`no way on from ${at.pathname}: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
    at = new URL(location, at);
    if (at.href.startsWith(back)) return at;
  }
  throw new Error("round and round");
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await webcrypto.subtle.generateKey({ name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" }, true, ["sign", "verify"]);
  return { ...(await webcrypto.subtle.exportKey("jwk", privateKey)), use: "sig", alg: "RS256", key_ops: undefined } as JWK;
}
