import { PrismaPg } from "@prisma/adapter-pg";
import { connection } from "next/server";
import { PrismaClient } from "#prisma/generated/client.ts";
import { List } from "../list.tsx";

const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 10 }) });

export default async function Page() {
  await connection(); // asked for at every request, as every page of ours
  const ideas = await client.idea.findMany({
    where: { providerId: process.env.BARE_PROVIDER },
    select: { id: true, number: true, what: true, network: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
    relationLoadStrategy: "join",
  });
  return <List ideas={ideas.map(({ network, ...idea }) => ({ ...idea, network: network.name }))} />;
}
