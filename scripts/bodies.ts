/** Bodies are read whole before anybody looks at them: so they are counted, whatever length they claim, and a slow sender holds nothing but a socket and what was sent. */
import { IncomingMessage } from "node:http";

/** Bytes; the framework's own limit for a form, and far more than anybody types. */
export const largest = 1_048_576;
// So much is heard out although it is too large: its reader gets their text back, and a browser that is cut off while it sends would show no answer.
const heardOut = 4 * largest;

// All bodies under way together, in bytes: a hall of people who send full pages at once. What is more is somebody who fills our memory.
const mostUnderWay = 128 * largest;
const ordinary = 65_536; // what people type goes through then too
const underWay = { bytes: 0 };

/** The whole body and whether it is too large, without its content where even hearing it out was too much; "busy" where too much is under way; nothing where the caller went away. */
export async function bodyOf(request: IncomingMessage): Promise<{ body: Buffer; large: boolean } | "busy" | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      underWay.bytes += chunk.length;
      if (underWay.bytes > mostUnderWay && size > ordinary) return "busy";
      if (size > heardOut) return { body: Buffer.alloc(0), large: true };
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  } finally {
    underWay.bytes -= size;
  }
  return { body: Buffer.concat(chunks), large: size >= largest };
}

/** The same request once more, with its body still to be read. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, complete: true });
  delete headers["transfer-encoding"];
  headers["content-length"] = String(body.length);
  again.push(body);
  again.push(null);
  return again;
}
