/** One step of a script: its name at once, its seconds while it runs and when it is done. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const live = process.stdout.isTTY;
  const line = (mark: string) => `${live ? "\r" : ""}  ${mark} ${name.padEnd(46)} ${seconds(began)}`;
  const ticking = live ? setInterval(() => process.stdout.write(line("…")), 200) : undefined;
  if (!live) console.log(`  … ${name}`);
  try {
    const done = await work();
    console.log(line("✓"));
    return done;
  } catch (error) {
    console.log(line("✗"));
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** The time since then, for people. */
export function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
