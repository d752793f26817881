import { create } from "qrcode";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Qr } from "#components/ui/qr.tsx";

const address = "https://sempre.example/lv/at/vidzeme/networks/ozolmuiza";
const drawn = renderToStaticMarkup(<Qr text={address} label="Picture that leads to Ozolmuiža" />);

test("the picture is the code, square by square, with white around it", () => {
  const { size, data } = create(address, { errorCorrectionLevel: "M" }).modules;
  const dark = new Set([...drawn.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, run]) => Array.from({ length: Number(run) }, (_, on) => `${Number(x) + on} ${y}`)));
  const wanted = new Set([...data].flatMap((module, at) => (module ? [`${(at % size) + 4} ${Math.floor(at / size) + 4}`] : [])));
  expect(dark).toEqual(wanted);
  expect(drawn).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`);
});

test("it has a name for those who do not see it, and stays black on white in the dark", () => {
  expect(drawn).toContain('role="img" aria-label="Picture that leads to Ozolmuiža"');
  expect(drawn).toMatch(/<rect [^>]*fill="#fff"[^<]*<\/rect><path [^>]*fill="#000"/);
});
