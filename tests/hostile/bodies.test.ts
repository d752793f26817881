import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { bodyOf, largest } from "#scripts/bodies.ts";

const megabytes = Buffer.alloc(3 * largest, "x");

function sends(...chunks: Buffer[]) {
  const request = new IncomingMessage(new Socket());
  for (const chunk of chunks) request.push(chunk);
  return { request, end: () => request.push(null) };
}

test("while many send very much and never end, somebody's own form still comes through; what is large does not, until they are gone", async () => {
  const greedy = Array.from({ length: 43 }, () => sends(megabytes));
  const heard = greedy.map(({ request }) => bodyOf(request));
  await new Promise((resolve) => setTimeout(resolve, 50));

  const form = sends(Buffer.from("a page of text"));
  form.end();
  expect(await bodyOf(form.request)).toMatchObject({ large: false });
  const another = sends(megabytes);
  expect(await bodyOf(another.request)).toBe("busy");

  for (const { request } of greedy) request.destroy(new Error("gone"));
  await Promise.all(heard);
  const later = sends(megabytes);
  later.end();
  expect(await bodyOf(later.request)).toMatchObject({ large: true });
});
