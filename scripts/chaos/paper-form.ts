/** A form as a browser without script sends it: what the page says to a person while something is broken. */
import { Caller, notSaved, type Where } from "./caller.ts";

/** Opens the first step of an idea now; the answer sends it later and says whether the page that comes back holds the words, and that nothing was saved. */
export async function opened(where: Where): Promise<() => Promise<"kept" | "went through" | "lost">> {
  const [caller, path] = [new Caller(where), "/en/at/vidzeme/networks/ozolmuiza/propose"];
  const page = await (await caller.ask(path)).text();
  const form = page.match(/<form(?:(?!<\/form>)[\s\S])*name="what"[\s\S]*?<\/form>/)?.[0] ?? "";
  const hidden = [...form.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes = ""]) => [attribute(attributes, "name"), attribute(attributes, "value")] as const);
  if (hidden.length < 3) throw new Error("the form without script was not found in the page");
  return async () => {
    const [words, body] = [`A bench “by the shop” & a roof ${Math.random()}`, new FormData()];
    for (const [name, value] of [...hidden, ["what", words], ["spoke", "self"]] as const) body.append(name, value);
    const answer = await caller.ask(path, { method: "POST", body });
    if (answer.status === 303) return "went through";
    const said = decoded(await answer.text());
    return said.includes(words) && said.includes(notSaved) ? "kept" : "lost";
  };
}

const attribute = (text: string, name: string) => decoded(text.match(new RegExp(`${name}="([^"]*)"`))?.[1] ?? "");
const decoded = (html: string) => html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
