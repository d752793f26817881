import { notFound } from "next/navigation";

/** Any other address: the not-found page in the language of the address. */
export default function Nowhere() {
  notFound();
}
