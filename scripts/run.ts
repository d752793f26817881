import { inWords } from "./failures.ts";

const toClose: (() => Promise<unknown> | void)[] = [];

/** Remembers what to put away at the end, however the end comes; the last opened is closed first. */
export function beforeEnd(close: () => Promise<unknown> | void): void {
  toClose.push(close);
}

/**
 * Runs a script: an expected failure is said in words, and Ctrl-C or SIGTERM leave nothing running.
 * For a script that runs until somebody stops it, being stopped is a good end: `stopped` is then 0.
 */
export async function run(main: () => Promise<number | void>, stopped?: 0): Promise<void> {
  // A second Ctrl-C breaks off; a service manager that asks twice does not.
  process.once("SIGINT", () => void end(stopped ?? 130));
  process.on("SIGTERM", () => void end(stopped ?? 143));
  process.on("SIGHUP", () => void end(stopped ?? 129));
  if (process.env.npm_lifecycle_event) endsWithNpm(stopped);
  if (process.channel) process.once("disconnect", () => void end(1)); // the script that started this one is gone
  try {
    await end((await main()) ?? 0);
  } catch (error) {
    if (!ending.begun) console.error(`\n${inWords(error)}`); // what breaks off because we stop is no failure
    await end(1);
  }
}

// npm hands a signal to its shell alone; what the shell had started would go on by itself.
function endsWithNpm(stopped?: 0) {
  const shell = process.ppid;
  setInterval(() => { if (process.ppid !== shell) void end(stopped ?? 1); }, 250).unref();
}

const ending = { begun: false };

/** True once the script is putting things away: nothing new is to be begun. */
export const isEnding = () => ending.begun;

async function end(code: number): Promise<void> {
  if (ending.begun) return new Promise(() => {}); // the first word counts
  ending.begun = true;
  for (const close of toClose.splice(0).reverse()) {
    try {
      await close();
    } catch (error) {
      console.error(inWords(error));
    }
  }
  process.exit(code);
}
