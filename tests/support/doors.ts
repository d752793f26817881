/** Before each test file: the framework's doors, stubbed once. Who calls, the cookies, "not found", going on, the catalogues' reader; nothing of ours. */
import { AsyncLocalStorage } from "node:async_hooks";
import { createFormatter, createTranslator } from "next-intl";
import { vi } from "vitest";

/** What somebody's browser sends along with a call. */
export type Browser = { language: string; headers: Record<string, string>; cookies: Map<string, string> };

/** The page is not there, or not for this person: the framework's own notFound(). */
export class NotFound extends Error {}

/** The person is sent on to another page: the framework's own redirect(). */
export class SentOn extends Error {
  readonly address: string;
  constructor(address: string) {
    super(`sent on to ${address}`);
    this.address = address;
  }
}

const calling = new AsyncLocalStorage<Browser>();

/** Does something as a call of this browser; several may be under way at once. */
export function calledFrom<T>(browser: Browser, work: () => Promise<T>): Promise<T> {
  return calling.run(browser, work);
}

function browser(): Browser {
  const here = calling.getStore();
  if (!here) throw new Error("nobody calls: do this through somebody of tests/support/people.ts");
  return here;
}

vi.mock("next/headers", () => ({
  headers: async () => new Headers(browser().headers),
  cookies: async () => {
    const jar = browser().cookies;
    return {
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      set: (name: string, value: string, { maxAge }: { maxAge: number }) => void (maxAge > 0 ? jar.set(name, value) : jar.delete(name)),
    };
  },
}));

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  notFound: () => {
    throw new NotFound("not found");
  },
  redirect: (address: string) => {
    throw new SentOn(address);
  },
}));

vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

type Asked = string | { locale?: string; namespace?: string } | undefined;

// next-intl's own doors ask the framework for the request; its translators, the settings and the catalogues are the real ones.
vi.mock("next-intl/server", () => ({
  getRequestConfig: <Config>(config: Config) => config,
  getLocale: async () => browser().language,
  getTranslations: async (asked: Asked) => {
    const { namespace, ...settings } = await settingsFor(asked);
    return createTranslator({ ...settings, namespace: namespace as never });
  },
  getFormatter: async (asked: Asked) => createFormatter(await settingsFor(asked)),
}));

async function settingsFor(asked: Asked) {
  const { locale = browser().language, namespace } = typeof asked === "string" ? { namespace: asked } : { ...asked };
  const { default: configured } = await import("#lib/language/request.ts");
  const { messages, timeZone } = await configured({ requestLocale: Promise.resolve(locale) });
  return { locale, messages: messages as object, timeZone, namespace };
}
