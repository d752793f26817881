import { connection } from "next/server";
import pg from "pg";
import { List, type Shown } from "../list.tsx";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

export default async function Page() {
  await connection(); // asked for at every request, as every page of ours
  const { rows } = await pool.query<Shown>(
    "select i.id, i.number, i.what, n.name as network from ideas i join networks n on n.provider_id = i.provider_id and n.id = i.network_id where i.provider_id = $1 order by i.created_at desc, i.id desc limit 20",
    [process.env.BARE_PROVIDER],
  );
  return <List ideas={rows} />;
}
