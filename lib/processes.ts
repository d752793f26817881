// `npm start` runs one process for each core and tells every one of them these two; whatever else runs is the only one.
const count = Number(process.env.PROCESSES) || 1;
const number = Number(process.env.PROCESS) || 1;

/** Which of its siblings this process is, from 1; undefined where it has none. */
export const processNumber = process.env.PROCESS ? number : undefined;

/** One process of a product does the jobs: the first, and whatever is begun in its place. In each they would ask the database for work every two seconds and find it taken. */
export const doesJobs = number === 1;

/**
 * How many connections to the database each pool of a process may open. Drawing a page takes a process about five times as
 * long as the database needs for it, so three connections keep a process busy; more are for deeds that wait for each other.
 * Together a product opens at most 47 up to 8 processes and 82 with 16, of the 97 that PostgreSQL gives out by default.
 */
export function connectionsFor(processes: number, jobs: boolean) {
  return {
    app: Math.min(10, Math.max(3, Math.floor(30 / processes))),
    accounts: Math.min(3, Math.max(1, Math.floor(10 / processes))),
    jobs: jobs ? 2 : 1, // the others only put letters of the door behind
    publisher: jobs ? 1 : 0,
  };
}

export const connections = connectionsFor(count, doesJobs);
