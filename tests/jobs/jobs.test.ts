import { afterAll, expect, test, vi } from "vitest";
import { sendLater, startJobs, stopJobs, whenSent } from "#lib/jobs/jobs.ts";
import { log } from "#lib/log.ts";
import { inTheWorld, vidzeme } from "#tests/support/people.ts";

const world = inTheWorld();
const ownId = crypto.randomUUID();
const [address, answer] = ["secret-person@example.org", "mailbox of the head of the house"];
afterAll(() => stopJobs());

test("what goes wrong in a job is kept by its code alone: no address, and no word of a mail server's answer", async () => {
  const told = vi.spyOn(log, "warn");
  whenSent("send-invitation", async () => {
    throw Object.assign(new Error(`550 5.1.1 <${address}>: ${answer}`), { code: "EENVELOPE", response: `550 ${answer}`, rejected: [address] });
  });
  await sendLater("send-invitation", { providerId: vidzeme.id, id: ownId });
  await startJobs();
  const output = await vi.waitFor(async () => {
    const [job] = await world.rows<{ output: object | null }>(null, "select output from pgboss.job where name = 'send-invitation' and data->>'id' = $1", [ownId]);
    if (!job?.output) throw new Error("not yet");
    return JSON.stringify(job.output);
  }, { timeout: 15_000, interval: 200 });
  expect(output).toContain("EENVELOPE");
  const said = output + JSON.stringify(told.mock.calls);
  for (const word of [address, answer, "550"]) expect(said).not.toContain(word);
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ queue: "send-invitation", code: "EENVELOPE" }), "job failed");
});
