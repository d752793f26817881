import { getLocale, getTranslations } from "next-intl/server";
import { isDemo } from "#lib/access/demo.ts";
import { csvOf } from "#lib/figures/compare-csv.ts";
import type { Asked } from "#lib/figures/comparison.ts";
import { regionsAsked } from "#lib/figures/queries.ts";
import { longDay } from "#lib/language/moments.ts";
import { nutsVersion } from "#lib/regions/choice.ts";

/** The table of a comparison as a file. An address that asks for no table goes to the page, which says what is missing. */
export async function GET(request: Request) {
  const [locale, t, { search, searchParams }] = [await getLocale(), await getTranslations("regions"), new URL(request.url)];
  const names = [...new Set(searchParams.keys())];
  const { asked, comparison } = await regionsAsked(Object.fromEntries(names.map((name) => [name, searchParams.getAll(name).join(",")])));
  if (!asked || !comparison) return new Response(null, { status: 303, headers: { Location: `/${locale}/regions${search}` } });
  const file = csvOf(comparison, {
    about: await aboutFile(locale, asked),
    columns: [t("region"), t("file.code"), t("file.quarter"), t("file.value"), t("file.base"), t("file.state")],
    states: { value: t("file.published"), withheld: t("withheld"), "no data": t("noData") },
  });
  const name = `sempre-${asked.indicator}-${asked.first}-${asked.last}.csv`;
  return new Response(file, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" } });
}

// Whoever finds the file without the page must still know what it is.
async function aboutFile(locale: string, { indicator }: Asked): Promise<[string, string][]> {
  const [t, demo] = [await getTranslations(), await isDemo()];
  return [
    ...(demo ? [[t("regions.file.demo"), t("product.demo")] as [string, string]] : []),
    [t("regions.file.source"), t("regions.source")],
    [t("regions.file.figure"), t(`indicators.${indicator}.name`)],
    [t("regions.file.definition"), t(`indicators.${indicator}.definition`)],
    [t("regions.file.unit"), t(`indicators.${indicator}.unit`)],
    [t("regions.file.regions"), `${t("regions.nuts", { version: nutsVersion })} ${t("regions.addedUp")}`],
    [t("regions.file.reported"), t("regions.selfReported")],
    [t("regions.file.withheld"), t("regions.withheldText")],
    [t("regions.file.noData"), t("regions.noDataText")],
    [t("regions.file.made"), longDay(locale, new Date(), "Etc/UTC")],
  ];
}
