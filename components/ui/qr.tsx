import { create } from "qrcode";

const quiet = 4; // modules of white that readers need around the code

/** An address as a picture for a phone's camera; always black on white, also in the dark and on paper. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * quiet;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges" className="block h-auto w-full max-w-code rounded-field print:max-w-[26rem] forced-color-adjust-none">
      <rect width={side} height={side} fill="#fff" />
      <path d={outline(modules)} fill="#000" />
    </svg>
  );
}

/** One path over all dark modules, each row's neighbours joined. */
function outline({ size, data }: { size: number; data: ArrayLike<number> }) {
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0, run = 1; column < size; column += run, run = 1) {
      if (!data[row * size + column]) continue;
      while (column + run < size && data[row * size + column + run]) run++;
      path += `M${column + quiet} ${row + quiet}h${run}v1h-${run}z`;
    }
  }
  return path;
}
