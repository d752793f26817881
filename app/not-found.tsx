import { Missing } from "./missing.tsx";

/** Where no page of ours stood: a deed that found nothing. */
export default Missing;
