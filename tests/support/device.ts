/** A device that holds passkeys, as somebody of the tests has it: makes one and shows it, rightly or as wrongly as told. */
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What may be wrong with an answer: who asked, what was asked, how often it says it has signed, and whether it made sure who holds it. */
export type Wrong = { origin?: string; challenge?: string; host?: string; counter?: number; unverified?: boolean; handle?: string; id?: string; signature?: string };
type Key = { id: string; privateKey: KeyObject; handle: string; counter: number };

const origin = String(process.env.APP_ORIGIN);
const hashed = (text: string | Buffer) => createHash("sha256").update(text).digest();
const wrapped = (what: Uint8Array | Buffer) => Buffer.from(what).toString("base64url");

export function device() {
  const keys: Key[] = [];
  const said = (type: string, challenge: string, wrong: Wrong) => Buffer.from(JSON.stringify({ type, challenge: wrong.challenge ?? challenge, origin: wrong.origin ?? origin, crossOrigin: false }));
  const seen = (host: string, counter: number, wrong: Wrong, key = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? counter);
    return Buffer.concat([hashed(wrong.host ?? host), Buffer.from([(wrong.unverified ? 0x01 : 0x05) | (key.length ? 0x40 : 0)]), count, key]);
  };

  /** Makes a passkey, as the question wants it. */
  function make(question: string, wrong: Wrong = {}): string {
    const { challenge, rp, user } = JSON.parse(question) as { challenge: string; rp: { id: string }; user: { id: string } };
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const id = randomBytes(16);
    const point = new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, new Uint8Array(Buffer.from(x, "base64url"))], [-3, new Uint8Array(Buffer.from(y, "base64url"))]]);
    const length = Buffer.from([0, id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, Buffer.from(isoCBOR.encode(point))]);
    const object = isoCBOR.encode(new Map<string, string | Map<string, string> | Uint8Array>([["fmt", "none"], ["attStmt", new Map()], ["authData", new Uint8Array(seen(rp.id, 0, wrong, attested))]]));
    keys.push({ id: wrapped(id), privateKey, handle: user.id, counter: 0 });
    return answer(wrapped(id), { clientDataJSON: wrapped(said("webauthn.create", challenge, wrong)), attestationObject: wrapped(object), transports: ["internal"] });
  }

  /** Shows the passkey that was made last. */
  function show(question: string, wrong: Wrong = {}): string {
    const { challenge, rpId } = JSON.parse(question) as { challenge: string; rpId: string };
    const key = keys.at(-1);
    if (!key) throw new Error("this device has no passkey");
    key.counter += 1;
    const [clientData, data] = [said("webauthn.get", challenge, wrong), seen(rpId, key.counter, wrong)];
    const signature = createSign("sha256").update(Buffer.concat([data, hashed(clientData)])).sign(key.privateKey);
    return answer(wrong.id ?? key.id, { clientDataJSON: wrapped(clientData), authenticatorData: wrapped(data), signature: wrong.signature ?? wrapped(signature), userHandle: wrong.handle ?? key.handle });
  }

  return { make, show };
}
export type Device = ReturnType<typeof device>;

const answer = (id: string, response: object) => JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
