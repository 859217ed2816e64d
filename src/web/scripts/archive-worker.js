/* Made by `npm run docs` from src/packs/record/browser and src/engine: change those, not this. */
'use strict';
const engine_account_exported_line = (() => {
function readExportedLine(line) {
    const parsed = parse(line);
    if (!isExported(parsed))
        return null;
    const { seq, prevHash, hash, entry, text, key } = parsed;
    return { seq, prevHash, hash, entryText: entry, kept: text === null ? null : { text, key: key ?? '' } };
}
function parse(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return null;
    }
}
function isExported(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const line = value;
    const texts = [line.prevHash, line.hash, line.entry].every((one) => typeof one === 'string');
    const optional = [line.text, line.key].every((one) => one === null || typeof one === 'string');
    return texts && optional && Number.isInteger(line.seq);
}
return { readExportedLine };
})();
const engine_account_record = (() => {
const GENESIS = { seq: 0, hash: '0'.repeat(64) };
const DEEPEST = 64;
const HASH = /^[0-9a-f]{64}$/;
const PLAIN = /^[ !#-[\]-~]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
function canonical(value) {
    return written(value, 0);
}
function entryText(entry) {
    const { seq, at, actor, action, subject, facts, textDigest } = entry;
    return canonical({ seq, at, actor, action, subject, facts, textDigest });
}
function chainEntries(head, entries, sha256) {
    if (!HASH.test(head.hash))
        throw new RangeError('The head of an account is 64 lower-case hex digits');
    let { seq, hash } = head;
    return entries.map((entry) => {
        seq += 1;
        if (entry.seq !== seq)
            throw new RangeError(`Entry ${String(seq)} of the account was numbered ${String(entry.seq)}`);
        const prevHash = hash;
        const text = entryText(entry);
        hash = sha256(prevHash + text);
        return { seq, prevHash, hash, entryText: text };
    });
}
function written(value, depth) {
    if (depth > DEEPEST)
        throw new TypeError(`Canonical form refuses values nested deeper than ${String(DEEPEST)}`);
    if (value === null)
        return 'null';
    if (typeof value === 'string')
        return writtenText(value);
    if (typeof value === 'boolean')
        return value ? 'true' : 'false';
    if (typeof value === 'number')
        return writtenNumber(value);
    if (typeof value !== 'object')
        throw new TypeError(`Canonical form refuses a value of type ${typeof value}`);
    return isList(value) ? writtenList(value, depth) : writtenObject(value, depth);
}
function writtenText(text) {
    if (PLAIN.test(text))
        return `"${text}"`;
    if (LONE_SURROGATE.test(text))
        throw new TypeError('Canonical form refuses a lone surrogate');
    if (text.includes('\u0000'))
        throw new TypeError('Canonical form refuses U+0000');
    return JSON.stringify(text);
}
function writtenNumber(number) {
    if (!Number.isFinite(number))
        throw new TypeError(`Canonical form refuses ${String(number)}`);
    return JSON.stringify(number);
}
function writtenList(list, depth) {
    return `[${Array.from(list, (item) => written(item, depth + 1)).join(',')}]`;
}
function writtenObject(object, depth) {
    const prototype = Object.getPrototypeOf(object);
    if (prototype !== Object.prototype && prototype !== null) {
        throw new TypeError('Canonical form refuses objects that are not plain');
    }
    const names = Object.keys(object).sort();
    return `{${names.map((name) => `${writtenText(name)}:${written(own(object, name), depth + 1)}`).join(',')}}`;
}
function own(object, name) {
    const value = object[name];
    if (value === undefined)
        throw new TypeError(`Canonical form refuses undefined, found at ${JSON.stringify(name)}`);
    return value;
}
function isList(value) {
    return Array.isArray(value);
}
return { GENESIS, canonical, entryText, chainEntries };
})();
const engine_account_record_check = (() => {
const { GENESIS } = engine_account_record;
function chainVerifier(sha256, evidence = {}) {
    const witnessed = [...(evidence.witnessed ?? [])].sort((one, other) => one.seq - other.seq);
    let head = GENESIS;
    let bad = null;
    return {
        add(entry) {
            if (bad !== null)
                return false;
            bad = faultOf(entry, head, sha256) ?? faultOfText(entry, evidence.hmac) ?? faultOfHash(entry, witnessed);
            if (bad === null)
                head = { seq: entry.seq, hash: entry.hash };
            return bad === null;
        },
        finish() {
            if (bad === null && (witnessed.at(-1)?.seq ?? 0) > head.seq)
                bad = { firstBad: head.seq + 1, reason: 'truncated' };
            return bad === null ? { ok: true, count: head.seq, head } : { ok: false, ...bad };
        },
    };
}
function verifyChain(entries, sha256, evidence) {
    const verifier = chainVerifier(sha256, evidence);
    for (const entry of entries)
        if (!verifier.add(entry))
            break;
    return verifier.finish();
}
function textVerdict(textDigest, kept, hmac) {
    if (kept === null)
        return textDigest === null ? 'none' : 'erased';
    return hmac(kept.key, kept.text) === textDigest ? 'matches' : 'differs';
}
function faultOf(entry, head, sha256) {
    const expected = head.seq + 1;
    if (entry.seq > expected)
        return { firstBad: expected, reason: 'missing' };
    if (entry.seq < expected)
        return { firstBad: entry.seq, reason: 'out_of_order' };
    if (sha256(entry.prevHash + entry.entryText) !== entry.hash)
        return { firstBad: entry.seq, reason: 'altered' };
    if (claims(entry.entryText)?.seq !== entry.seq)
        return { firstBad: entry.seq, reason: 'altered' };
    return entry.prevHash === head.hash ? null : { firstBad: entry.seq, reason: 'unlinked' };
}
function faultOfText(entry, hmac) {
    if (hmac === undefined)
        return null;
    const digest = claims(entry.entryText)?.textDigest ?? null;
    const verdict = textVerdict(digest, entry.kept ?? null, hmac);
    return verdict === 'differs' ? { firstBad: entry.seq, reason: 'text_differs' } : null;
}
function faultOfHash(entry, witnessed) {
    const other = witnessed.some((head) => head.seq === entry.seq && head.hash !== entry.hash);
    return other ? { firstBad: entry.seq, reason: 'other_head' } : null;
}
function claims(text) {
    try {
        const entry = JSON.parse(text);
        if (typeof entry !== 'object' || entry === null || !('seq' in entry) || !('textDigest' in entry))
            return null;
        const { seq, textDigest } = entry;
        if (typeof seq !== 'number' || (typeof textDigest !== 'string' && textDigest !== null))
            return null;
        return { seq, textDigest };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
}
return { chainVerifier, verifyChain, textVerdict };
})();
const engine_archive_archive_files = (() => {
const RECORD = 'record.json';
const RECORD_SUMS = 'record.sums';
const RECORD_SIGNATURE = 'record.sig';
const PUBLIC_KEY = 'public-key.pem';
const ACCOUNT = 'account.ndjson';
const PAGES = ['index.html', 'index.ar.html', 'index.fr.html', 'index.pt.html'];
const SUMS = 'SHA256SUMS';
const DOCUMENTS = 'documents/';
const ALWAYS = [RECORD, RECORD_SUMS, RECORD_SIGNATURE, PUBLIC_KEY, ACCOUNT, ...PAGES];
const SIGNED = [RECORD, PUBLIC_KEY, ...PAGES];
const FORMAT = 'gavel-record-1';
function sumsText(files) {
    return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}
function pemOf(publicKey) {
    return `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`;
}
function keyInPem(text) {
    const [, key] = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n$/.exec(text) ?? [];
    return key ?? null;
}
const SAFE = /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N} ._()-]*$/u;
const LONGEST = 240;
function isSafePath(path) {
    if (path.length > LONGEST || path.normalize('NFC') !== path)
        return false;
    return path.split('/').every((part) => SAFE.test(part) && !/[. ]$/.test(part));
}
return { RECORD, RECORD_SUMS, RECORD_SIGNATURE, PUBLIC_KEY, ACCOUNT, PAGES, SUMS, DOCUMENTS, ALWAYS, SIGNED, FORMAT, sumsText, pemOf, keyInPem, isSafePath };
})();
const engine_archive_archive_fault = (() => {
class Faulty extends Error {
    constructor(fault) {
        super(fault.code);
        this.fault = fault;
    }
}
return { Faulty };
})();
const engine_archive_check_account = (() => {
const { readExportedLine } = engine_account_exported_line;
const { chainVerifier } = engine_account_record_check;
const { ACCOUNT } = engine_archive_archive_files;
const { Faulty } = engine_archive_archive_fault;
const STEP = 1024 * 1024;
const LONGEST_LINE = 16 * 1024 * 1024;
async function checkAccount(archive, entries, { account, number }, recordSha256, { sha256, hmac, onEntry }) {
    const place = entries.find(({ name }) => name === ACCOUNT);
    if (place === undefined)
        throw new Faulty({ code: 'missing', name: ACCOUNT });
    const witnessed = [{ seq: account.seq, hash: account.head }];
    const verifier = chainVerifier(sha256, { witnessed, hmac });
    let seq = 0;
    let last = null;
    for await (const line of lines(archive, place)) {
        seq += 1;
        const entry = readExportedLine(line);
        if (entry === null)
            throw new Faulty({ code: 'account', entry: seq, reason: 'unreadable' });
        last = entry;
        if (!verifier.add(entry))
            break;
        onEntry?.({ seq: entry.seq, hash: entry.hash });
    }
    const verdict = verifier.finish();
    if (!verdict.ok)
        throw new Faulty({ code: 'account', entry: verdict.firstBad, reason: verdict.reason });
    const names = verdict.head.seq === account.seq + 1 && last !== null && namesRecord(last, number, recordSha256);
    if (!names)
        throw new Faulty({ code: 'account_head' });
    return verdict.head;
}
function namesRecord({ entryText }, number, sha256) {
    const { action, facts } = JSON.parse(entryText);
    return action === 'handover.recorded' && facts?.number === number && facts.sha256 === sha256;
}
async function* lines(archive, { start, size }) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let rest = '';
    for (let at = 0; at < size; at += STEP) {
        rest += decoder.decode(await archive.read(start + at, Math.min(STEP, size - at)), { stream: true });
        const whole = rest.split('\n');
        rest = whole.pop() ?? '';
        if (rest.length > LONGEST_LINE)
            throw new Faulty({ code: 'too_much' });
        yield* whole;
    }
    rest += decoder.decode();
    if (rest !== '')
        yield rest;
}
return { checkAccount };
})();
const engine_archive_checked_record = (() => {
const { canonical } = engine_account_record;
const { FORMAT } = engine_archive_archive_files;
const { Faulty } = engine_archive_archive_fault;
const MARKINGS = ['public', 'participants', 'restricted'];
function readRecord(text) {
    const record = new Reader(parsed(text));
    if (record.text('format') !== FORMAT)
        throw faulty();
    const account = record.part('account');
    return {
        title: record.part('handover').text('title'),
        body: record.part('body').text('name'),
        number: record.part('record').number('number'),
        madeAt: record.part('record').text('madeAt'),
        fingerprint: record.part('key').text('fingerprint'),
        account: { seq: account.number('seq'), head: account.text('head') },
        files: record.list('files').map(fileOf),
    };
}
function fileOf(file) {
    const marking = file.text('marking');
    if (!MARKINGS.includes(marking))
        throw faulty();
    return { path: file.text('path'), sha256: file.text('sha256'), bytes: file.number('bytes'), marking };
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        if (canonical(value) === text)
            return value;
    }
    catch (error) {
        if (!(error instanceof SyntaxError) && !(error instanceof TypeError))
            throw error;
    }
    throw faulty();
}
class Reader {
    constructor(value) {
        this.value = value;
    }
    text(name) {
        const value = this.own(name);
        if (typeof value !== 'string')
            throw faulty();
        return value;
    }
    number(name) {
        const value = this.own(name);
        if (!Number.isSafeInteger(value))
            throw faulty();
        return value;
    }
    part(name) {
        return new Reader(this.own(name));
    }
    list(name) {
        const value = this.own(name);
        if (!Array.isArray(value))
            throw faulty();
        return value.map((item) => new Reader(item));
    }
    own(name) {
        if (typeof this.value !== 'object' || this.value === null || !Object.hasOwn(this.value, name))
            throw faulty();
        return this.value[name];
    }
}
function faulty() {
    return new Faulty({ code: 'record' });
}
return { readRecord };
})();
const engine_archive_zip_layout = (() => {
const END_BYTES = 22;
const END_64_BYTES = 56;
const LOCATOR_BYTES = 20;
const SIGNATURES = {
    local: 0x04034b50,
    central: 0x02014b50,
    end: 0x06054b50,
    end64: 0x06064b50,
    locator: 0x07064b50,
};
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const IN_64 = 0xffffffff;
const IN_64_SHORT = 0xffff;
const ZIP64_FIELD = 1;
const FLAGS = 0x0800;
const STORED = 0;
const DATE = 0x0021;
const MADE_BY = (3 << 8) | 45;
const ATTRIBUTES = 0o100644 * 0x10000;
function localHeader(entry) {
    const name = nameOf(entry);
    const { bytes, view } = blank(LOCAL_BYTES + name.length);
    view.setUint32(0, SIGNATURES.local, true);
    common(view, 4, entry, 20);
    view.setUint16(26, name.length, true);
    bytes.set(name, LOCAL_BYTES);
    return bytes;
}
function directory(entries) {
    const headers = [];
    let offset = 0;
    for (const entry of entries) {
        headers.push(centralHeader(entry, offset));
        offset += LOCAL_BYTES + nameOf(entry).length + entry.size;
    }
    const length = headers.reduce((sum, header) => sum + header.length, 0);
    return joined([...headers, ...ends(entries.length, length, offset)]);
}
function joined(parts) {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}
function centralHeader(entry, offset) {
    const name = nameOf(entry);
    const far = offset >= IN_64;
    const { bytes, view } = blank(CENTRAL_BYTES + name.length + (far ? 12 : 0));
    view.setUint32(0, SIGNATURES.central, true);
    view.setUint16(4, MADE_BY, true);
    common(view, 6, entry, far ? 45 : 20);
    view.setUint16(28, name.length, true);
    view.setUint16(30, far ? 12 : 0, true);
    view.setUint32(38, ATTRIBUTES, true);
    view.setUint32(42, far ? IN_64 : offset, true);
    bytes.set(name, CENTRAL_BYTES);
    if (far) {
        const at = CENTRAL_BYTES + name.length;
        view.setUint16(at, ZIP64_FIELD, true);
        view.setUint16(at + 2, 8, true);
        view.setBigUint64(at + 4, BigInt(offset), true);
    }
    return bytes;
}
function common(view, at, { crc32, size }, version) {
    if (size >= IN_64)
        throw new RangeError('A file of an archive has less than 4 GiB');
    view.setUint16(at, version, true);
    view.setUint16(at + 2, FLAGS, true);
    view.setUint16(at + 4, STORED, true);
    view.setUint16(at + 8, DATE, true);
    view.setUint32(at + 10, crc32, true);
    view.setUint32(at + 14, size, true);
    view.setUint32(at + 18, size, true);
}
function ends(count, length, offset) {
    const many = count >= IN_64_SHORT || length >= IN_64 || offset >= IN_64;
    const { bytes, view } = blank(END_BYTES);
    view.setUint32(0, SIGNATURES.end, true);
    view.setUint16(8, Math.min(count, IN_64_SHORT), true);
    view.setUint16(10, Math.min(count, IN_64_SHORT), true);
    view.setUint32(12, Math.min(length, IN_64), true);
    view.setUint32(16, Math.min(offset, IN_64), true);
    return many ? [end64(count, length, offset), locator(offset + length), bytes] : [bytes];
}
function end64(count, length, offset) {
    const { bytes, view } = blank(END_64_BYTES);
    view.setUint32(0, SIGNATURES.end64, true);
    view.setBigUint64(4, BigInt(END_64_BYTES - 12), true);
    view.setUint16(12, MADE_BY, true);
    view.setUint16(14, 45, true);
    view.setBigUint64(24, BigInt(count), true);
    view.setBigUint64(32, BigInt(count), true);
    view.setBigUint64(40, BigInt(length), true);
    view.setBigUint64(48, BigInt(offset), true);
    return bytes;
}
function locator(end64At) {
    const { bytes, view } = blank(LOCATOR_BYTES);
    view.setUint32(0, SIGNATURES.locator, true);
    view.setBigUint64(8, BigInt(end64At), true);
    view.setUint32(16, 1, true);
    return bytes;
}
function nameOf({ name }) {
    return new TextEncoder().encode(name);
}
function blank(length) {
    const bytes = new Uint8Array(length);
    return { bytes, view: new DataView(bytes.buffer) };
}
return { END_BYTES, END_64_BYTES, LOCATOR_BYTES, SIGNATURES, CENTRAL_BYTES, IN_64, IN_64_SHORT, localHeader, directory };
})();
const engine_archive_zip_reading = (() => {
const { isSafePath } = engine_archive_archive_files;
const { Faulty } = engine_archive_archive_fault;
const { CENTRAL_BYTES, directory, END_64_BYTES, END_BYTES, IN_64, IN_64_SHORT, localHeader, LOCATOR_BYTES, SIGNATURES, } = engine_archive_zip_layout;
const MOST_FILES = 100_000;
const LARGEST_DIRECTORY = 64 * 1024 * 1024;
async function readEntries(archive) {
    const { offset, length, count, behind } = await readEnd(archive);
    if (count > MOST_FILES || length > LARGEST_DIRECTORY)
        throw new Faulty({ code: 'too_much' });
    if (offset + length + behind !== archive.size)
        throw notAnArchive();
    const found = await archive.read(offset, length + behind);
    const entries = parse(found.subarray(0, length), count);
    expectSame(found, entries);
    return place(archive, entries, offset);
}
async function readEnd(archive) {
    if (archive.size < END_BYTES)
        throw notAnArchive();
    const end = viewOf(await archive.read(archive.size - END_BYTES, END_BYTES));
    if (end.getUint32(0, true) !== SIGNATURES.end)
        throw notAnArchive();
    const count = end.getUint16(10, true);
    const length = end.getUint32(12, true);
    const offset = end.getUint32(16, true);
    const inOther = count === IN_64_SHORT || length === IN_64 || offset === IN_64;
    return inOther ? readEnd64(archive) : { offset, length, count, behind: END_BYTES };
}
async function readEnd64(archive) {
    const behind = END_64_BYTES + LOCATOR_BYTES + END_BYTES;
    if (archive.size < behind)
        throw notAnArchive();
    const end = viewOf(await archive.read(archive.size - behind, END_64_BYTES));
    if (end.getUint32(0, true) !== SIGNATURES.end64)
        throw notAnArchive();
    const number = (at) => Number(end.getBigUint64(at, true));
    return { count: number(32), length: number(40), offset: number(48), behind };
}
function parse(bytes, count) {
    const view = viewOf(bytes);
    const names = new Set();
    const entries = [];
    let at = 0;
    while (at < bytes.length) {
        if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== SIGNATURES.central)
            throw notAnArchive();
        const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
        const next = at + CENTRAL_BYTES + (nameBytes ?? 0);
        if (next > bytes.length)
            throw notAnArchive();
        const name = decoded(bytes.subarray(at + CENTRAL_BYTES, next));
        if (!isSafePath(name))
            throw new Faulty({ code: 'unsafe_name', name });
        if (names.has(name.toLowerCase()))
            throw new Faulty({ code: 'twice', name });
        names.add(name.toLowerCase());
        const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 24, true)];
        if (method !== 0 || view.getUint32(at + 20, true) !== size)
            throw new Faulty({ code: 'packed', name });
        if (size === IN_64)
            throw new Faulty({ code: 'container', name });
        entries.push({ name, crc32: view.getUint32(at + 16, true), size });
        at = next + (extraBytes ?? 0) + (commentBytes ?? 0);
    }
    if (entries.length !== count)
        throw notAnArchive();
    return entries;
}
function expectSame(found, entries) {
    const expected = directory(entries);
    if (found.length === expected.length && found.every((byte, at) => byte === expected[at]))
        return;
    const last = entries.at(-1);
    throw last === undefined ? notAnArchive() : new Faulty({ code: 'container', name: nameAt(found, expected, entries) });
}
function nameAt(found, expected, entries) {
    const first = expected.findIndex((byte, at) => byte !== found[at]);
    let end = 0;
    for (const entry of entries) {
        end += CENTRAL_BYTES + new TextEncoder().encode(entry.name).length;
        if (first < end)
            return entry.name;
    }
    return entries.at(-1)?.name ?? '';
}
async function place(archive, entries, end) {
    const placed = [];
    let at = 0;
    for (const entry of entries) {
        const expected = localHeader(entry);
        const start = at + expected.length;
        if (start + entry.size > end)
            throw new Faulty({ code: 'container', name: entry.name });
        const found = await archive.read(at, expected.length);
        if (!expected.every((byte, index) => byte === found[index])) {
            throw new Faulty({ code: 'container', name: entry.name });
        }
        placed.push({ ...entry, start });
        at = start + entry.size;
    }
    if (at !== end)
        throw notAnArchive();
    return placed;
}
function decoded(bytes) {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
function viewOf(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function notAnArchive() {
    return new Faulty({ code: 'not_an_archive' });
}
return { readEntries };
})();
const engine_archive_check_archive = (() => {
const { checkAccount } = engine_archive_check_account;
const { ALWAYS, DOCUMENTS, keyInPem, PUBLIC_KEY, RECORD, RECORD_SIGNATURE, RECORD_SUMS, SIGNED, SUMS, sumsText, } = engine_archive_archive_files;
const { Faulty } = engine_archive_archive_fault;
const { readRecord } = engine_archive_checked_record;
const { readEntries } = engine_archive_zip_reading;
const LARGEST_TEXT = 256 * 1024 * 1024;
async function checkArchive(archive, tools) {
    try {
        return { ok: true, facts: await check(archive, tools) };
    }
    catch (error) {
        if (error instanceof Faulty)
            return { ok: false, fault: error.fault };
        throw error;
    }
}
async function check(archive, tools) {
    const entries = await readEntries(archive);
    expectNames(entries);
    const digests = await expectContents(archive, entries, tools);
    const { record, fingerprint } = await expectRecord(archive, entries, digests, tools);
    const leftOut = expectDocuments(record, entries, digests);
    const sha256 = digests.get(RECORD) ?? '';
    const head = await checkAccount(archive, entries, record, sha256, tools);
    const { title, body, number, madeAt } = record;
    const documents = record.files.length - leftOut;
    return { title, body, number, madeAt, sha256, fingerprint, files: entries.length, documents, leftOut, head };
}
function expectNames(entries) {
    const names = entries.map(({ name }) => name);
    const missing = [...ALWAYS, SUMS].find((name) => !names.includes(name));
    if (missing !== undefined)
        throw new Faulty({ code: 'missing', name: missing });
    const wanted = (name, at) => {
        if (at < ALWAYS.length)
            return name === ALWAYS[at];
        return at === names.length - 1 ? name === SUMS : name.startsWith(DOCUMENTS);
    };
    const added = names.find((name, at) => !wanted(name, at));
    if (added !== undefined)
        throw new Faulty({ code: 'added', name: added });
}
async function expectContents(archive, entries, { onProgress }) {
    const listed = linesOf(await textOf(archive, entries, SUMS, 'sums'));
    const digests = new Map();
    for (const [index, { name, start, size, crc32 }] of entries.entries()) {
        const found = await archive.digest(start, size);
        if (found.crc32 !== crc32)
            throw new Faulty({ code: 'content', name });
        if (name !== SUMS && listed[index] !== sumsText([{ name, sha256: found.sha256 }]).trimEnd()) {
            throw new Faulty({ code: 'content', name });
        }
        digests.set(name, found.sha256);
        onProgress?.(start + size);
    }
    const files = entries.slice(0, -1).map(({ name }) => ({ name, sha256: digests.get(name) ?? '' }));
    if ((await textOf(archive, entries, SUMS, 'sums')) !== sumsText(files))
        throw new Faulty({ code: 'sums' });
    return digests;
}
async function expectRecord(archive, entries, digests, tools) {
    const record = readRecord(await textOf(archive, entries, RECORD, 'record'));
    const key = keyInPem(await textOf(archive, entries, PUBLIC_KEY, 'key'));
    if (key === null)
        throw new Faulty({ code: 'key' });
    const fingerprint = await tools.fingerprint(key);
    if (fingerprint !== record.fingerprint)
        throw new Faulty({ code: 'key' });
    const sums = await textOf(archive, entries, RECORD_SUMS, 'signature');
    const expected = sumsText(SIGNED.map((name) => ({ name, sha256: digests.get(name) ?? '' })));
    const signature = await bytesOf(archive, entries, RECORD_SIGNATURE, 'signature');
    const signed = sums === expected && (await tools.isSigned(key, new TextEncoder().encode(sums), signature));
    if (!signed)
        throw new Faulty({ code: 'signature' });
    return { record, fingerprint };
}
function expectDocuments({ files }, entries, digests) {
    const sizes = new Map(entries.map(({ name, size }) => [name, size]));
    const held = entries.map(({ name }) => name).filter((name) => name.startsWith(DOCUMENTS));
    const open = files.filter(({ marking }) => marking !== 'restricted');
    const hasRestricted = held.length > open.length;
    const expected = hasRestricted ? files : open;
    for (const { path, sha256, bytes } of expected) {
        if (!sizes.has(path))
            throw new Faulty({ code: 'missing', name: path });
        if (digests.get(path) !== sha256 || sizes.get(path) !== bytes)
            throw new Faulty({ code: 'document', name: path });
    }
    const added = held.find((name, at) => expected[at]?.path !== name);
    if (added !== undefined)
        throw new Faulty({ code: 'added', name: added });
    return files.length - expected.length;
}
function linesOf(text) {
    return text.split('\n');
}
async function textOf(archive, entries, name, code) {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(archive, entries, name, code));
}
async function bytesOf(archive, entries, name, code) {
    const entry = entries.find((one) => one.name === name);
    if (entry === undefined)
        throw new Faulty({ code: 'missing', name });
    if (entry.size > LARGEST_TEXT)
        throw new Faulty({ code });
    return archive.read(entry.start, entry.size);
}
return { checkArchive };
})();
const engine_archive_fault_words = (() => {
function faultWords(texts, fault) {
    const facts = {
        name: 'name' in fault ? shown(fault.name) : '',
        entry: 'entry' in fault ? String(fault.entry) : '',
        reason: fault.code === 'account' ? texts.reasons[fault.reason] : '',
    };
    return texts[fault.code].replaceAll(/\{(\w+)\}/g, (_, fact) => facts[fact] ?? '');
}
function shown(name) {
    const plain = name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
    return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
return { faultWords };
})();
const packs_record_browser_crc32 = (() => {
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1)
        value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    return value;
});
function crc32(bytes, before = 0) {
    let crc = ~before;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
    return ~crc >>> 0;
}
return { crc32 };
})();
const packs_record_browser_sha256 = (() => {
const BLOCK = 64;
const PRIMES = firstPrimes(64);
const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
function sha256() {
    const state = Int32Array.from(START);
    const rounds = Int32Array.from(ROUND);
    const words = new Int32Array(BLOCK);
    const rest = new Uint8Array(BLOCK);
    let kept = 0;
    let length = 0;
    const add = (bytes) => {
        length += bytes.length;
        let at = 0;
        if (kept > 0) {
            at = Math.min(BLOCK - kept, bytes.length);
            rest.set(bytes.subarray(0, at), kept);
            kept += at;
            if (kept < BLOCK)
                return;
            compress(state, rounds, words, rest, 0);
            kept = 0;
        }
        for (; at + BLOCK <= bytes.length; at += BLOCK)
            compress(state, rounds, words, bytes, at);
        rest.set(bytes.subarray(at));
        kept = bytes.length - at;
    };
    const end = () => {
        const bits = length * 8;
        const padding = new Uint8Array((kept < BLOCK - 8 ? BLOCK : 2 * BLOCK) - kept);
        padding[0] = 0x80;
        const view = new DataView(padding.buffer);
        view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
        view.setUint32(padding.length - 4, bits % 2 ** 32);
        add(padding);
        const digest = new DataView(new ArrayBuffer(32));
        state.forEach((word, index) => digest.setInt32(index * 4, word));
        return new Uint8Array(digest.buffer);
    };
    return { add, end };
}
function sha256Of(...parts) {
    const digest = sha256();
    for (const part of parts)
        digest.add(part);
    return digest.end();
}
function hmacOf(key, message) {
    const padded = new Uint8Array(BLOCK);
    padded.set(key.length > BLOCK ? sha256Of(key) : key);
    const inner = sha256Of(padded.map((byte) => byte ^ 0x36), message);
    return sha256Of(padded.map((byte) => byte ^ 0x5c), inner);
}
function hexOf(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
function compress(state, rounds, w, bytes, at) {
    const word = (list, index) => list[index] ?? 0;
    const byte = (index) => bytes[at + index] ?? 0;
    for (let i = 0; i < 16; i += 1) {
        w[i] = (byte(4 * i) << 24) | (byte(4 * i + 1) << 16) | (byte(4 * i + 2) << 8) | byte(4 * i + 3);
    }
    for (let i = 16; i < 64; i += 1) {
        const x = word(w, i - 15);
        const y = word(w, i - 2);
        const small = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
        const large = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
        w[i] = (word(w, i - 16) + small + word(w, i - 7) + large) | 0;
    }
    let [a, b, c, d] = [word(state, 0), word(state, 1), word(state, 2), word(state, 3)];
    let [e, f, g, h] = [word(state, 4), word(state, 5), word(state, 6), word(state, 7)];
    for (let i = 0; i < 64; i += 1) {
        const first = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
        const one = (h + first + ((e & f) ^ (~e & g)) + word(rounds, i) + word(w, i)) | 0;
        const second = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
        const two = (second + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + one) | 0;
        d = c;
        c = b;
        b = a;
        a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, index) => {
        state[index] = (word(state, index) + value) | 0;
    });
}
function turned(value, by) {
    return (value >>> by) | (value << (32 - by));
}
function fraction(root) {
    return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}
function firstPrimes(count) {
    const primes = [];
    for (let number = 2; primes.length < count; number += 1) {
        if (primes.every((prime) => number % prime !== 0))
            primes.push(number);
    }
    return primes;
}
return { sha256, sha256Of, hmacOf, hexOf };
})();
(() => {
const { checkArchive } = engine_archive_check_archive;
const { faultWords } = engine_archive_fault_words;
const { crc32 } = packs_record_browser_crc32;
const { hexOf, hmacOf, sha256, sha256Of } = packs_record_browser_sha256;
const STEP = 4 * 1024 * 1024;
const ED25519 = { name: 'Ed25519' };
const KNOWN_KEY = 'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const thread = globalThis;
const utf8 = (text) => new TextEncoder().encode(text);
thread.onmessage = ({ data }) => {
    void answer(data).then((news) => thread.postMessage(news));
};
async function answer({ file, faults }) {
    if (!(await knowsEd25519()))
        return { say: 'unable' };
    try {
        const verdict = await checkArchive(archiveIn(file), toolsFor(file));
        if (verdict.ok)
            return { say: 'whole', facts: verdict.facts };
        return { say: 'fault', words: faultWords(faults, verdict.fault) };
    }
    catch {
        return { say: 'unread' };
    }
}
function toolsFor({ size }) {
    return {
        sha256: (text) => hexOf(sha256Of(utf8(text))),
        hmac: (key, text) => hexOf(hmacOf(bytesOfHex(key), utf8(text))),
        fingerprint: (base64) => hexOf(sha256Of(bytesOfBase64(base64))),
        isSigned,
        onProgress: (done) => thread.postMessage({ say: 'progress', done, total: size }),
    };
}
function archiveIn(file) {
    const read = async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
    return {
        size: file.size,
        read,
        async digest(offset, length) {
            const digest = sha256();
            let crc = 0;
            for (let at = 0; at < length; at += STEP) {
                const piece = await read(offset + at, Math.min(STEP, length - at));
                digest.add(piece);
                crc = crc32(piece, crc);
                thread.postMessage({ say: 'progress', done: offset + at, total: file.size });
            }
            return { sha256: hexOf(digest.end()), crc32: crc };
        },
    };
}
async function isSigned(publicKey, message, signature) {
    try {
        const key = await imported(publicKey);
        return await crypto.subtle.verify(ED25519, key, own(signature), own(message));
    }
    catch {
        return false;
    }
}
async function knowsEd25519() {
    return imported(KNOWN_KEY).then(() => true, () => false);
}
async function imported(publicKey) {
    return crypto.subtle.importKey('spki', own(bytesOfBase64(publicKey)), ED25519, false, ['verify']);
}
function own(bytes) {
    return Uint8Array.from(bytes);
}
function bytesOfBase64(text) {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
function bytesOfHex(text) {
    const [hex = ''] = /^(?:[0-9a-fA-F]{2})*/.exec(text) ?? [];
    return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
})();
