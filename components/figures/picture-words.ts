import { getFormatter, getTranslations } from "next-intl/server";
import type { Slot } from "#components/charts/chart.tsx";
import { numberIn, type Period, type Picture } from "#lib/figures/picture.ts";
import { partsOf, type Quarter } from "#lib/figures/quarter.ts";
import type { Figure } from "#lib/figures/reckoning.ts";

/** What a chart of the picture needs to know: the numbers, how quarters and numbers are written, where a number leads. */
export async function pictureWords({ picture, period, home }: { picture: Picture; period: Period; home: string }) {
  const [t, charts, format] = await Promise.all([getTranslations("picture"), getTranslations("charts"), getFormatter()]);
  const { quarters, running } = period;
  const named = (quarter: Quarter) => charts("quarter", partsOf(quarter));
  const soFar = (quarter: Quarter) => (quarter === running ? ` ${charts("soFar")}` : "");
  // The numbers of one network, or of those that are looked at together.
  const values = (figure: Figure, network?: string) => quarters.map((quarter) => numberIn(picture.cells, figure, quarter, network));

  return {
    t, charts, values,
    number: (value: number) => format.number(value, { maximumFractionDigits: 1 }),
    columns: quarters.map((quarter) => named(quarter) + soFar(quarter)),
    slots: quarters.map((quarter, at): Slot => {
      if (quarters.length <= 4) return { label: named(quarter), under: soFar(quarter) || undefined };
      return { label: charts("quarterOnly", partsOf(quarter)), under: at === 0 || quarter.endsWith("Q1") ? partsOf(quarter).year : undefined };
    }),
    /** One row of a table: each number that is not nothing leads to its list. */
    row({ figure, head, network, strong, written = ({ value }) => format.number(value, { maximumFractionDigits: 1 }) }: RowLooks) {
      const slug = network ? picture.all.find(({ id }) => id === network)?.slug : picture.chosen?.slug;
      const cells = values(figure, network).map((number, at) => {
        const [text, quarter] = [written(number), quarters[at] ?? running];
        const list = new URLSearchParams({ quarter, ...(slug && { network: slug }), from: quarters[0] ?? running, to: quarters.at(-1) ?? running });
        const isSomething = number.value > 0 || number.base > 0;
        return isSomething ? { text, href: `${home}/picture/${figure}?${list}`, label: `${text}: ${t(`figures.${figure}`)}, ${head}, ${named(quarter)}` } : { text };
      });
      return { head, strong, cells };
    },
  };
}
type RowLooks = { figure: Figure; head: string; network?: string; strong?: boolean; written?: (number: { value: number; base: number }) => string };
export type PictureWords = Awaited<ReturnType<typeof pictureWords>>;
