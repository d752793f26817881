import "server-only";
import { client } from "./client.ts";

/** The few tables that belong to nobody and everybody may read: without a provider the others show no row. */
export const publicRead = {
  provider: client.provider, region: client.region, programme: client.programme,
  figure: client.figure, release: client.release, agreedText: client.agreedText,
};
