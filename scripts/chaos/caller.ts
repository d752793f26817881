/** Somebody with a browser of their own, seen from the server: an address, cookies, and forms that are sent until the answer is clear. */
import { setTimeout as sleep } from "node:timers/promises";
import messages from "#messages/en.json" with { type: "json" };
import type { Ledger, Wish } from "./ledger.ts";

export type Where = { address: string; ledger: Ledger };
export type Form = Record<string, string>;
type Answer = { ok?: boolean; subject?: string; refusal?: string; fields?: object };

/** The sentence people read when nothing was saved and nothing is lost. */
export const notSaved = messages.refusals.tryAgain;
const patience = 20_000; // nothing of ours lets anybody wait longer
// One in ten phones loses the net while it waits: the answer is lost, and whether the deed was done is open.
const losesNet = () => (Math.random() < 0.1 ? Math.round(Math.random() * 150) : patience);
const callers = { last: 0 };

export class Caller {
  private readonly cookies = new Map<string, string>();
  private readonly from: string;
  readonly where: Where;

  constructor(where: Where) {
    callers.last += 1;
    this.where = where;
    this.from = `198.18.${callers.last >> 8}.${callers.last & 255}`;
  }

  /** One request, with the cookies; new ones are kept. */
  async ask(path: string, { headers, ...more }: RequestInit & { headers?: Form } = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(this.where.address + path, { redirect: "manual", signal: AbortSignal.timeout(patience), ...more, headers: { Origin: this.where.address, "X-Forwarded-For": this.from, ...(cookie && { Cookie: cookie }), ...headers } });
    for (const given of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = given.split(";")[0]?.split("=") ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  /** Sends a form to a deed once. Undefined: whether anything was saved is open, or nothing was. */
  async once(deed: string, form: Form): Promise<{ status: number; answer: Answer } | undefined> {
    try {
      const response = await this.ask(`/api/deeds/${deed}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ language: "en", ...form }), signal: AbortSignal.timeout(losesNet()) });
      if (response.status >= 500) {
        this.where.ledger.strange.push(`${deed}: ${response.status}`);
        return undefined;
      }
      const answer = (await response.json()) as Answer;
      return answer.refusal === notSaved ? undefined : { status: response.status, answer };
    } catch {
      return undefined; // no connection, or it broke off, or it took too long
    }
  }

  /** Sends the same form until the answer is clear; the row's id, or undefined for a no. */
  async until(deed: string, form: Form, wish?: Wish): Promise<string | undefined> {
    const { ledger } = this.where;
    if (wish) ledger.open.set(wish.words, wish);
    for (;;) {
      const sent = await this.once(deed, form);
      if (sent?.answer.ok) {
        if (wish) ledger.done(wish, sent.answer.subject ?? "");
        return sent.answer.subject ?? "";
      }
      if (sent) {
        ledger.strange.push(`${deed}: ${sent.status} ${sent.answer.refusal ?? JSON.stringify(sent.answer.fields ?? sent.answer)}`);
        return undefined;
      }
      if (wish) ledger.unclear += 1;
      await sleep(100 + Math.random() * 200);
    }
  }
}
