import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the server's markup, then what the browser can do: for buttons that are nothing without script. */
export function useInBrowser(can: () => boolean) {
  return useSyncExternalStore(never, can, () => false);
}
