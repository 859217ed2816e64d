/** One property of a component as it is written: name, parameters, value (RFC 5545, 3.1). */
interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/** An event: each of its properties by name, with texts as they were before they were written. */
export interface FeedEvent {
  readonly properties: ReadonlyMap<string, string>;
  /** `DTSTART;VALUE=DATE`, and so on. */
  readonly written: readonly string[];
}

export interface Feed {
  readonly properties: ReadonlyMap<string, string>;
  readonly events: readonly FeedEvent[];
}

const LONGEST_LINE = 75;
const PROPERTY = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/su;

/** Reads an iCalendar object as strictly as RFC 5545 is written, and throws where it is not kept to. */
export function readFeed(text: string): Feed {
  const properties = unfolded(text).map(readProperty);
  const top = new Map<string, string>();
  const events: { properties: Map<string, string>; written: string[] }[] = [];
  const open: string[] = [];
  for (const { name, parameters, value } of properties) {
    if (name === 'BEGIN') {
      if (open.join('/') !== (value === 'VEVENT' ? 'VCALENDAR' : ''))
        throw new Error(`${value} begins in ${open.join()}`);
      open.push(value);
      if (value === 'VEVENT') events.push({ properties: new Map(), written: [] });
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends and was not open`);
    } else {
      const event = events.at(-1);
      const into = open.at(-1) === 'VEVENT' && event !== undefined ? event.properties : top;
      if (into.has(name)) throw new Error(`${name} stands twice`);
      into.set(name, unescaped(value, name));
      if (into === event?.properties) event.written.push(name + parameters);
    }
  }
  if (open.length > 0) throw new Error('Something was not closed');
  return { properties: top, events };
}

/** Content lines: ended by CR LF, none longer than 75 octets, continued where the next begins with a space. */
function unfolded(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error('A line break that is not CR LF');
    if (/(?!\t)\p{Cc}/u.test(line)) throw new Error('A control character');
    if (Buffer.byteLength(line) > LONGEST_LINE) throw new Error(`A line of ${String(Buffer.byteLength(line))} octets`);
  }
  return lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
}

function readProperty(line: string): Property {
  const [, name, parameters, value] = PROPERTY.exec(line) ?? [];
  if (name === undefined || parameters === undefined || value === undefined) throw new Error(`Not a property: ${line}`);
  return { name, parameters, value };
}

const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'NAME', 'X-WR-CALNAME']);

function unescaped(value: string, name: string): string {
  if (!TEXTS.has(name)) return value;
  if (/(?<!\\)(?:\\\\)*[,;]/.test(value) || /(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(value)) {
    throw new Error(`Not escaped in ${name}: ${value}`);
  }
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
