/** Everything that is measured with load on it, or in a browser. */
import { Failure } from "#scripts/failures.ts";
import { spentBy } from "./processor.ts";
import { startBare, startProduct, type Started, type Urls } from "./product.ts";
import type { Bench } from "./results.ts";
import { inTurn, type How } from "./rounds.ts";
import { barePages, pairedPages, type Scene } from "./scenes.ts";
import { slugOf } from "./sessions.ts";
import { painted } from "./slow-phone.ts";
import { weigh } from "./weighing.ts";
import { addPair, rowsOf } from "./world.ts";

type Owned = Urls & { ownerUrl: string };
type Measured = Pick<Bench, "rounds" | "weights" | "painted" | "pairs" | "cores" | "memory">;

const onThePhone = ["network", "propose form", "ticket", "regions", "today"];

/** Pages and deeds beside the bare pages, then pages in the browser, then few rows beside many, then one process beside several. */
export async function underLoad(urls: Owned, { pages, deeds }: { pages: Scene[]; deeds: Scene[] }, how: How): Promise<Measured> {
  const [place] = await rowsOf<{ id: string }>(urls.ownerUrl, slugOf(1), "select current_provider() as id");
  if (!place) throw new Error("the world has no first provider");
  const [bare, product] = [await startBare(urls.appUrl, place.id), await startProduct(urls, "1")];
  const targets = [...barePages.map((scene) => ({ scene, at: bare })), ...[...pages, ...deeds].map((scene) => ({ scene, at: product }))];
  const weights: Bench["weights"] = {};
  for (const { scene, at } of targets) if (!scene.bodies) weights[scene.name] = await weigh(at.address, scene);
  const rounds = await inTurn(targets, how);
  const memory = spentBy(product.mark)?.memory ?? null;
  await bare.stop();
  const shown = await painted(product.address, pages.filter(({ name }) => onThePhone.includes(name)), how.loads);
  const pairs = await manyRows(urls, product, how);
  const cores = await onAllCores(urls, product, pages.find(({ name }) => name === "today"), how);
  await product.stop();
  return { rounds, weights, memory, painted: Object.fromEntries(shown), pairs, cores };
}

async function manyRows(urls: Owned, at: Started, how: How): Promise<Bench["pairs"]> {
  await addPair(urls.ownerUrl, how);
  const wanted = pairedPages(how);
  const rounds = await inTurn(wanted.flatMap(({ few, many }) => [{ scene: few, at }, { scene: many, at }]), how);
  return wanted.flatMap(({ page }, place) => {
    const [few, many] = rounds.slice(place * 2);
    return few && many ? [{ page, few, many }] : [];
  });
}

async function onAllCores(urls: Urls, one: Started, scene: Scene | undefined, how: How): Promise<Bench["cores"]> {
  if (!scene) throw new Error("this page is not measured");
  const many = await startProduct(urls, "");
  const [alone, together] = await inTurn([{ scene: { ...scene, name: `${scene.name}, one process` }, at: one }, { scene: { ...scene, name: `${scene.name}, all cores` }, at: many }], how);
  await many.stop();
  if (!alone || !together) throw new Failure("The load on all cores told nothing.", "");
  return { page: scene.name, one: alone, all: together };
}
