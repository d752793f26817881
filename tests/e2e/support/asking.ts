/** Somebody who asks the product without a browser: every byte of every answer is kept. */
export type Answered = { status: number; text: string; to: string | null };
export type Asker = {
  who: string;
  /** Asks for an address: a page, its data alone, a file. */
  ask: (path: string, headers?: Record<string, string>) => Promise<Answered>;
  /** Sends a form: to a page as a browser without JavaScript does, or to a deed as JSON. */
  send: (path: string, fields: Record<string, string>, as: "form" | "json") => Promise<Answered>;
};

/** A new visitor of the product at this address. */
export function asker(address: string, who: string): Asker {
  const jar = new Map<string, string>();
  const go = async (path: string, how: RequestInit, headers: Record<string, string>): Promise<Answered> => {
    const answer = await fetch(new URL(path, address), { ...how, redirect: "manual", headers: { ...headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } });
    for (const line of answer.headers.getSetCookie()) kept(jar, line);
    const said = [...answer.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join("\n");
    return { status: answer.status, text: `${said}\n\n${await answer.text()}`, to: answer.headers.get("location") };
  };
  const own = { origin: address, "sec-fetch-site": "same-origin" };
  return {
    who,
    ask: (path, headers = {}) => go(path, {}, headers),
    send: (path, fields, as) => {
      if (as === "json") return go(path, { method: "POST", body: JSON.stringify(fields) }, { ...own, "content-type": "application/json" });
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return go(path, { method: "POST", body: form }, { ...own, accept: "text/html" });
    },
  };
}

/** Somebody of the cast, come in by the demonstration's door; without a key a visitor. */
export async function arrived(address: string, who: string, key?: string): Promise<Asker> {
  const person = asker(address, who);
  if (!key) return person;
  const { status, text } = await person.send("/api/deeds/come-in", { cast: key, language: "en" }, "json");
  if (status !== 200) throw new Error(`${key} could not come in: ${status} ${text}`);
  return person;
}

/** Every form in a page as a browser would send it: where to, and what stands in it. */
export function formsIn(html: string, page: string): { to: string; fields: Record<string, string> }[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, of = "", inside = ""]) => {
    const fields: Record<string, string> = {};
    for (const [, tag = "", attributes = ""] of inside.matchAll(/<(input|textarea|select|button)\b([^>]*)>/g)) {
      const [name, type, value] = ["name", "type", "value"].map((attribute) => plain(new RegExp(`\\b${attribute}="([^"]*)"`).exec(attributes)?.[1] ?? ""));
      if (!name || (tag === "button" && name in fields)) continue;
      if ((type === "radio" || type === "checkbox") && name in fields) continue;
      fields[name] = value || (type === "hidden" ? "" : "x");
    }
    const [, action] = /\baction="([^"]*)"/.exec(of) ?? [];
    return { to: action ? plain(action) : page, fields };
  });
}

const plain = (html: string) => html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function kept(jar: Map<string, string>, line: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/max-age=0|expires=thu, 01 jan 1970/i.test(line) || !value) jar.delete(name);
  else jar.set(name, value);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
