import "server-only";
import { within, withinProgramme } from "#lib/data/within.ts";
import { placeOf, whenSent, type Task } from "#lib/jobs/jobs.ts";

/** Carries the news between a programme and a provider: no request ever sees both sides. */
export function workOnProgrammes(): void {
  whenSent("tell-provider", tellProvider);
  whenSent("tell-programme", tellProgramme);
}

/** Writes a programme's invitation into the provider's own row. The newest state wins, however often and in whatever order it is told. */
export async function tellProvider(task: Task): Promise<void> {
  const [programme, provider] = [placeOf(task), { place: { id: task.id } }];
  const news = await withinProgramme(programme, (db) => db.partnership.findFirst({ where: { providerId: task.id }, select: { state: true, stateAt: true } }));
  if (!news) return;
  const programmeId = programme.place.id;
  await within(provider, async (db) => {
    const { count } = await db.joining.createMany({ data: { programmeId, ...news }, skipDuplicates: true });
    if (count === 0) await db.joining.updateMany({ where: { programmeId, stateAt: { lt: news.stateAt } }, data: news });
  });
}

/** Writes a provider's answer into the programme's row. It changes one that is there and makes none: nobody comes in uninvited. */
export async function tellProgramme(task: Task): Promise<void> {
  const [provider, programme] = [placeOf(task), { place: { id: task.id } }];
  const news = await within(provider, (db) => db.joining.findFirst({ where: { programmeId: task.id }, select: { state: true, stateAt: true } }));
  if (!news) return;
  await withinProgramme(programme, (db) => db.partnership.updateMany({ where: { providerId: provider.place.id, stateAt: { lt: news.stateAt } }, data: news }));
}
