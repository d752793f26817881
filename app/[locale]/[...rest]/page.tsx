import { notFound } from "next/navigation";
import { standing } from "#app/standing.tsx";

/** Any other address: the not-found page in the language of the address. */
export default standing("missing", async function Nowhere() {
  notFound();
});
