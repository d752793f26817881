// Text typed and not yet sent stays in this tab (sessionStorage) and nowhere else. Only fields that opted in carry
// `data-keep`, whose value is the server's text: what was typed on top of another text is not put over a newer one.
type TextBox = HTMLInputElement | HTMLTextAreaElement;
type Kept = { over: string; text: string; at: number };

const mark = "keep:";
// As long as the server keeps what was begun: the next person in the same tab must not find it.
const keptFor = 15 * 60_000;
const lines = (text: string) => text.replace(/\r\n?/g, "\n");

/** Remembers what stands in the field, or forgets it when it is the server's text again. */
export function keepTyped(key: string, target: EventTarget | null) {
  if (!isKept(target)) return;
  const over = lines(target.dataset.keep ?? "");
  inStorage((storage) => {
    if (lines(target.value) === over) storage.removeItem(address(key, target.name));
    else storage.setItem(address(key, target.name), JSON.stringify({ over, text: target.value, at: Date.now() } satisfies Kept));
  });
}

/** Puts kept text back where the field still shows the server's text; keeps what was typed before the script came. */
export function restoreTyped(key: string, form: HTMLFormElement) {
  for (const field of form.elements) {
    if (!isKept(field)) continue;
    if (lines(field.value) !== lines(field.dataset.keep ?? "")) keepTyped(key, field);
    else inStorage((storage) => {
      const kept = JSON.parse(storage.getItem(address(key, field.name)) ?? "null") as Kept | null;
      if (kept && Date.now() - kept.at > keptFor) storage.removeItem(address(key, field.name));
      else if (kept && kept.over === lines(field.value)) field.value = kept.text;
    });
  }
}

/** The deed is done: its texts need no second home. */
export function forgetTyped(key: string) {
  forgetWhere((name) => name.startsWith(address(key, "")));
}

/** Leaves nothing of this visit in the tab. */
export function forgetAll() {
  forgetWhere(() => true);
}

function forgetWhere(matches: (name: string) => boolean) {
  inStorage((storage) => Object.keys(storage).filter(matches).forEach((name) => storage.removeItem(name)));
}

function address(key: string, name: string) {
  return `${mark}${key}:${name}`;
}

function isKept(target: unknown): target is TextBox {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.dataset.keep !== undefined;
}

/** A browser may forbid storage or have it full; typing and sending go on without it. */
function inStorage(work: (storage: Storage) => void) {
  try {
    work(window.sessionStorage);
  } catch {
    return;
  }
}
