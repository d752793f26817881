import { Bars } from "#components/charts/bars.tsx";
import { ChartTable } from "#components/charts/chart-table.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { Dots } from "#components/charts/dots.tsx";
import type { Picture, PicturedNetwork } from "#lib/figures/picture.ts";
import type { Figure } from "#lib/figures/reckoning.ts";
import { Sheet } from "./picture-sheet.tsx";
import type { PictureWords } from "./picture-words.ts";

type Shown = { picture: Picture; words: PictureWords };
type Counted = "ideas" | "activities" | "visits" | "minutes";

// More than four kinds of bars beside each other cannot be told apart: then one bar stands for all networks.
const mostBeside = 4;
const hours = (minutes: number) => minutes / 60;

/** One figure, network by network: bars for each quarter and the numbers below. */
export function CountedByNetwork({ figure, picture, words }: Shown & { figure: Counted }) {
  const { t, charts, values, number, slots, columns } = words;
  const inUnit = figure === "minutes" ? hours : (value: number) => value;
  const written = ({ value }: { value: number }) => number(inUnit(value));
  const places = placesOf(picture);
  const series = (label: string, network?: string) => {
    const numbers = values(figure, network);
    return { label, values: numbers.map(({ value }) => inUnit(value)), texts: numbers.map(written) };
  };
  return (
    <Sheet>
      <Chart caption={t(`figures.${figure}`)} note={t(`notes.${figure}`)}>
        <Bars slots={slots} series={places.length > 1 && places.length <= mostBeside ? places.map(({ id, name }) => series(name, id)) : [series(t("all"))]} />
        <ChartTable caption={t(`figures.${figure}`)} corner={charts("network")} columns={columns} rows={[
          ...rowsByNetwork(figure, picture, words, written),
          ...(figure === "visits" ? [words.row({ figure: "children", head: t("figures.children") })] : []),
        ]} />
      </Chart>
    </Sheet>
  );
}

/** Answered within the promise, of those that were due: a line of dots between none and all. */
export function AnsweredInTime({ picture, words }: Shown) {
  const { t, charts, values, slots, columns } = words;
  const shares = values("answered_in_time").map(({ value, base }) => (base > 0 ? Math.round((value / base) * 100) : null));
  const written = ({ value, base }: { value: number; base: number }) => (base > 0 ? charts("of", { value, base }) : charts("none"));
  return (
    <Sheet>
      <Chart caption={t("figures.answered_in_time")} note={t("notes.answered_in_time")}>
        <Dots slots={slots} values={shares} texts={shares.map((share) => (share === null ? "" : charts("percent", { share })))} max={100} />
        <ChartTable caption={t("figures.answered_in_time")} corner={charts("network")} columns={columns} rows={rowsByNetwork("answered_in_time", picture, words, written)} />
      </Chart>
    </Sheet>
  );
}

const states = ["projects_running", "projects_forming", "projects_paused", "projects_closed", "projects_stopped"] as const satisfies readonly Figure[];

/** Micro projects by the state they were in when each quarter ended, and how many began. */
export function ProjectsByState({ words }: { words: PictureWords }) {
  const { t, charts, values, slots, columns, row } = words;
  const series = states.map((figure) => ({ label: t(`states.${figure}`), values: values(figure).map(({ value }) => value) }));
  return (
    <Sheet>
      <Chart caption={t("projectsTitle")} note={t("notes.projects")}>
        <Bars stacked slots={slots} series={series} />
        <ChartTable caption={t("projectsTitle")} corner={charts("state")} columns={columns} rows={[
          ...states.map((figure) => row({ figure, head: t(`states.${figure}`) })), row({ figure: "projects_begun", head: t("figures.projects_begun") }),
        ]} />
      </Chart>
    </Sheet>
  );
}

function rowsByNetwork(figure: Figure, picture: Picture, { t, row }: PictureWords, written: (number: { value: number; base: number }) => string) {
  const rows = placesOf(picture).map(({ id, name }) => row({ figure, head: name, network: id, written }));
  return rows.length === 1 ? rows : [...rows, row({ figure, head: t("all"), strong: true, written })];
}

function placesOf({ all, chosen }: Picture): PicturedNetwork[] {
  return chosen ? [chosen] : all;
}
