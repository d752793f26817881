import { slugShape, uuidShape } from "./shapes.ts";

type Address = string | string[] | undefined;

/** A page of a list that was asked for with one row more than `size`, and where the next one begins, as an address says it; null where this is the end. */
export function pageOf<Row>(found: readonly Row[], size: number, place: (last: Row) => string): { rows: Row[]; next: string | null } {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: found.length > size && last !== undefined ? place(last) : null };
}

/** The place in a list that runs by time; the id parts what came in the same millisecond. */
export type Moment = { at: Date; id: string };

export const momentPlace = ({ at, id }: Moment) => `${at.getTime()}_${id}`;

/** The place that an address names; what cannot be one is the beginning of the list. */
export function momentIn(address: Address): Moment | undefined {
  const [, milliseconds, id] = /^(-?\d{1,14})_(.{36})$/.exec(String(address ?? "")) ?? [];
  return milliseconds && id && uuidShape.test(id) ? { at: new Date(Number(milliseconds)), id } : undefined;
}

/** The same in a list that runs by names in addresses. */
export function slugIn(address: Address): string | undefined {
  return typeof address === "string" && slugShape.test(address) ? address : undefined;
}

/** The same where the last row is named by its id. */
export function rowIn(address: Address): string | undefined {
  return typeof address === "string" && uuidShape.test(address) ? address : undefined;
}
