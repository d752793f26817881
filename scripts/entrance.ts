/** From the street to the framework: who is turned away, and in which words. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { closedPolicy } from "#lib/headers.ts";
import { fromTheDoor } from "#lib/action/outcome.ts";
import { languageOf, notTakenPage, notTakenPolicy, sentenceOf, type NotTaken } from "#lib/not-taken.ts";
import { bodyOf, withBody } from "./bodies.ts";
import { methods, turnedAway } from "./doorstep.ts";
import { namedBy, textsIn } from "./named-deeds.ts";

/** The request as the framework may have it; or nothing, when it is answered already. */
export async function admitted(request: IncomingMessage, response: ServerResponse): Promise<IncomingMessage | undefined> {
  const no = turnedAway(request);
  if (no) return refused(response, no);
  if (request.method !== "POST") return request;
  const sent = await bodyOf(request);
  if (!sent) return undefined; // the caller is gone
  if (sent === "busy") return inWords(request, response, { status: 503, why: "busy" });
  const { body, large } = sent;
  if (large) return inWords(request, response, { status: 413, why: "large", texts: await textsIn(request, body) });
  if (isForm(request)) {
    const named = await namedBy(request, body);
    if (named.kind === "none") return refused(response, 404);
    if (named.kind === "former") return inWords(request, response, { status: 409, why: "renewed", texts: named.texts });
  }
  return withBody(request, body);
}

/** Is this a form to a page, which names a deed? Deeds at their own address name none. */
export const isForm = ({ method, url }: IncomingMessage): boolean => method === "POST" && !url?.startsWith("/api/");

const bare = { 400: "Bad request\n", 404: "Not found\n", 405: "Not here\n" };

function refused(response: ServerResponse, status: keyof typeof bare): undefined {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...(status === 405 && { Allow: methods }) }).end(bare[status]);
}

type No = { status: 409 | 413 | 503; why: NotTaken; texts?: string[] };

// A form with script shows the sentence where it stands; one without gets a page; a program gets what every deed answers.
function inWords({ headers, url = "/" }: IncomingMessage, response: ServerResponse, { status, why, texts }: No): undefined {
  const language = languageOf(url, headers["accept-language"]);
  const [type, policy, words] = headers["next-action"] !== undefined
    ? ["text/plain", closedPolicy, `${fromTheDoor}${sentenceOf(why, language)}`]
    : headers.accept?.includes("text/html")
      ? ["text/html; charset=utf-8", notTakenPolicy, notTakenPage(why, language, texts)]
      : ["application/json", closedPolicy, JSON.stringify({ ok: false, typed: {}, refusal: sentenceOf(why, language) })];
  // After what was not heard to its end the socket is no longer in step.
  response.writeHead(status, { "Content-Type": type, "Content-Security-Policy": policy, "Cache-Control": "private, no-store", ...(why !== "renewed" && { Connection: "close" }), ...(why === "busy" && { "Retry-After": "60" }) }).end(words);
}
