/** The middle of some figures; of an even number the mean of both. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return (low + high) / 2;
}

/** How far the figures lie apart, as a part of their middle: 0.1 is ten percent. */
export function spread(figures: readonly number[]): number {
  const middle = median(figures);
  return middle === 0 ? 0 : (Math.max(...figures) - Math.min(...figures)) / middle;
}

/** Round by round the one divided by the other, and the middle of that: what slows a whole round takes no part. */
export function ratio(ones: readonly number[], others: readonly number[]): number {
  return median(ones.flatMap((one, round) => { const other = others[round]; return other ? [one / other] : []; }));
}

/** Time in which nobody can click: what each long task has beyond 50 ms, after the first words stood there. In milliseconds. */
export function blocked(tasks: readonly { start: number; duration: number }[], firstPaint: number): number {
  return tasks.reduce((sum, { start, duration }) => sum + Math.max(0, start + duration - Math.max(start, firstPaint) - 50), 0);
}
