import { NextResponse } from "next/server";
import { callerAddress } from "#lib/access/address.ts";
import { outsideName } from "#lib/access/outside.ts";
import { counted } from "#lib/action/limit.ts";
import { here } from "#lib/action/refusal.ts";
import { isLostConnection } from "#lib/data/lost.ts";
import { env } from "#lib/env.ts";
import { faultOf, log } from "#lib/log.ts";
import { languageOf } from "#lib/not-taken.ts";
import { comeBack } from "#lib/people/signing-in-outside.ts";

/**
 * Where the organisation's own sign-in sends people back to: the one address that opens a session without a form of ours. In
 * place of our origin it asks for the mark of the browser that set out and for the secrets that went along.
 */
export async function GET(request: Request) {
  here(outsideName());
  return new NextResponse(null, { status: 303, headers: { "Cache-Control": "private, no-store", Location: new URL(await whereTo(request), env().APP_ORIGIN).href } });
}

async function whereTo(request: Request): Promise<string> {
  const language = languageOf("", request.headers.get("accept-language") ?? undefined);
  const no = `/${language}/sign-in/outside?no=1`;
  try {
    const { allowed } = await counted({ address: 60 }, { deed: "come back from outside", address: await callerAddress() });
    return allowed ? await comeBack(new URL(request.url).searchParams, language) : no;
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    log.warn(faultOf(error), "database away");
    return no;
  }
}
