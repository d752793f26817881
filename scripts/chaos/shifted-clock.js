// Loaded before everything else into a process whose clock is to be wrong by CLOCK_OFF milliseconds.
const off = Number(process.env.CLOCK_OFF);
const Right = Date;

function Shifted(...given) {
  const now = Right.now() + off;
  return new.target ? Reflect.construct(Right, given.length ? given : [now], new.target) : new Right(now).toString();
}
// Every property its own: the framework copies those, and none that are inherited.
Object.defineProperties(Shifted, { ...Object.getOwnPropertyDescriptors(Right), now: { value: () => Right.now() + off, writable: true, configurable: true } });
globalThis.Date = Shifted;
