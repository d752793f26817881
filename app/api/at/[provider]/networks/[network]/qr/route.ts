import { toString as qrPicture } from "qrcode";
import { route } from "#lib/action/route.ts";
import { env } from "#lib/env.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { networkAt } from "#lib/networks/queries.ts";

/** The poster's picture alone, for a leaflet of one's own. */
export const GET = route("see network", async ({ db, actor, params, request }) => {
  const network = await networkAt(db, params.network ?? "");
  const language = contentLanguage(new URL(request.url).searchParams.get("language") ?? "");
  const picture = await qrPicture(`${env().APP_ORIGIN}/${language}/at/${actor.place.slug}/networks/${network.slug}`, { type: "svg", margin: 4 });
  return new Response(picture, { headers: { "Content-Type": "image/svg+xml", "Content-Disposition": `attachment; filename="${network.slug}.svg"`, "Cache-Control": "private, no-store" } });
});
