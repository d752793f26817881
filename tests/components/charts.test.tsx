import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Bars } from "#components/charts/bars.tsx";
import { ChartTable } from "#components/charts/chart-table.tsx";
import { Dots } from "#components/charts/dots.tsx";

const slots = [{ label: "Q3 2026" }, { label: "Q4 2026", under: "so far" }];
const bars = (drawn: string) => [...drawn.matchAll(/<rect x="([\d.]+)%" y="([\d.]+)%" width="([\d.]+)%" height="([\d.]+)%"([^>]*)>/g)].map(([, x, y, width, height, rest]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height), rest: rest ?? "" }));

test("bars beside each other are as high as their values, and stand next to each other", () => {
  const drawn = bars(renderToStaticMarkup(<Bars slots={slots} series={[{ label: "A", values: [10, 5] }, { label: "B", values: [null, 0] }]} />));
  expect(drawn).toHaveLength(2); // nothing and zero have no bar
  expect(drawn[0]?.height).toBe((drawn[1]?.height ?? 0) * 2);
  expect((drawn[0]?.x ?? 0) + (drawn[0]?.width ?? 0)).toBeLessThanOrEqual(50);
});

test("stacked bars stand on each other and reach the sum", () => {
  const drawn = bars(renderToStaticMarkup(<Bars stacked slots={[{ label: "Q3" }]} series={[{ label: "A", values: [3] }, { label: "B", values: [1] }]} />));
  expect(drawn[0]?.height).toBe((drawn[1]?.height ?? 0) * 3);
  expect((drawn[1]?.y ?? 0) + (drawn[1]?.height ?? 0)).toBeCloseTo(drawn[0]?.y ?? 0, 1);
});

test("two charts with one scale can be compared", () => {
  const [low] = bars(renderToStaticMarkup(<Bars slots={[{ label: "Q3" }]} series={[{ label: "A", values: [5] }]} max={10} />));
  const [high] = bars(renderToStaticMarkup(<Bars slots={[{ label: "Q3" }]} series={[{ label: "A", values: [10] }]} max={10} />));
  expect(high?.height).toBe((low?.height ?? 0) * 2);
});

test("five series differ by more than their colour", () => {
  const drawn = renderToStaticMarkup(<Bars slots={[{ label: "Q3" }]} series={["A", "B", "C", "D", "E"].map((label) => ({ label, values: [1] }))} />);
  const fills = bars(drawn).map(({ rest }) => /fill="([^"]+)"/.exec(rest)?.[1]);
  expect(new Set(fills).size).toBe(5);
  for (const fill of fills) if (fill?.startsWith("url")) expect(drawn).toContain(`<pattern id="${fill.slice(5, -1)}"`);
});

test("a line breaks where there is no value", () => {
  const drawn = renderToStaticMarkup(<Dots slots={[...slots, ...slots]} values={[50, 100, null, 0]} texts={["50 %", "100 %", "", "0 %"]} max={100} />);
  expect(drawn.match(/<circle/g)).toHaveLength(3);
  expect(drawn.match(/stroke-sea/g)).toHaveLength(1);
  expect(drawn).toContain(">0 %</text>");
});

test("the drawing is passed over and the table read: with its rows, columns, and where a number leads", () => {
  expect(renderToStaticMarkup(<Bars slots={slots} series={[{ label: "A", values: [1, 2] }]} />)).toMatch(/<svg[^>]* aria-hidden="true"/);
  const table = renderToStaticMarkup(<ChartTable caption="Ideas" corner="Network" columns={["Q3 2026", "Q4 2026"]} rows={[{ head: "Ozolmuiža", cells: [{ text: "3", href: "/list", label: "3: ideas" }, { text: "0" }] }]} />);
  expect(table).toContain(">Ideas</caption>");
  expect(table.match(/scope="col"/g)).toHaveLength(3);
  expect(table).toMatch(/<a href="\/list" aria-label="3: ideas"[^>]*>3<\/a>/);
  expect(table.match(/<a /g)).toHaveLength(1);
});

test("nothing is drawn with a style attribute, which the security policy refuses", () => {
  const everything = [<Bars key="b" slots={slots} series={[{ label: "A", values: [1, 2] }]} />, <Dots key="d" slots={slots} values={[1, 2]} texts={["1", "2"]} max={2} />];
  expect(renderToStaticMarkup(<>{everything}</>)).not.toContain("style=");
});
