/** Says every few seconds how far a long work is. */
export function told(every = 3_000): (rows: number, table: string) => void {
  let last = performance.now();
  return (rows, table) => {
    if (performance.now() - last < every) return;
    last = performance.now();
    console.log(`${process.stdout.isTTY ? "\r" : ""}    ${rows.toLocaleString("en")} rows, ${table}`.padEnd(64));
  };
}
