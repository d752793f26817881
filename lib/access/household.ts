/** The network somebody calls from, by their address: IPv4 whole, of IPv6 the /64, which is one household's. */
export function householdOf(address: string): string {
  return address.includes(":") && !address.includes(".") ? firstHalf(address) : address;
}

// `2001:db8::1` stands for 2001:db8:0:0.
function firstHalf(address: string): string {
  const [before = "", after] = address.split("::");
  const [head, tail] = [before, after ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = after === undefined ? 0 : Math.max(0, 8 - (head?.length ?? 0) - (tail?.length ?? 0));
  return [...(head ?? []), ...Array<string>(zeros).fill("0"), ...(tail ?? [])].slice(0, 4).join(":");
}
