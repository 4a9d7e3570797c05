import type { IN8nHttpFullResponse } from 'n8n-workflow';

/** A parameter of the header: its name, and its value in quotes or up to the next semicolon. */
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/**
 * The name in Content-Disposition, as RFC 6266 has it: the form that tells its encoding (`filename*`) wins over the plain
 * one, whose bytes may be UTF-8 all the same. A path before it is left out, whoever wrote it.
 */
export function fileNameOf(answer: Pick<IN8nHttpFullResponse, 'headers'>): string | undefined {
	const given = new Map<string, string>();
	for (const [, name = '', quoted, bare = ''] of `;${headerOf(answer)}`.matchAll(PARAMETER)) {
		const key = name.toLowerCase();
		const value = quoted === undefined ? bare.trim() : quoted.replace(/\\(.)/gs, '$1');
		if (value !== '' && !given.has(key)) given.set(key, value);
	}
	const name = extended(given.get('filename*')) ?? inPieces(given) ?? plainName(given.get('filename'));
	return name === undefined ? undefined : /[^/]*$/.exec(name.replace(/^[A-Za-z]:\\.*\\/, ''))?.[0] || undefined;
}

function headerOf({ headers }: Pick<IN8nHttpFullResponse, 'headers'>): string {
	return String(headers['content-disposition'] ?? '');
}

function plainName(value: string | undefined): string | undefined {
	if (value === undefined) return undefined;
	const name = withWords(withUtf8(value));
	return (percentDecoded(name) ?? name).trim();
}

/** `charset'language'percent-encoded`. */
function extended(value: string | undefined): string | undefined {
	const [, charset = '', encoded = ''] = /^([^']*)'[^']*'(.+)$/s.exec(value ?? '') ?? [];
	return encoded === '' ? undefined : decoded(bytesOf(encoded), charset || 'utf-8');
}

/** A long name in several parameters, `filename*0`, `filename*1*` and so on. @see https://www.rfc-editor.org/rfc/rfc2231 */
function inPieces(given: ReadonlyMap<string, string>): string | undefined {
	const pieces: string[] = [];
	for (let index = 0; ; index++) {
		const encoded = given.get(`filename*${index}*`);
		const piece = encoded ?? given.get(`filename*${index}`)?.replace(/%/g, '%25');
		if (piece === undefined) break;
		pieces.push(piece);
	}
	if (pieces.length === 0) return undefined;
	return given.has('filename*0*') ? extended(pieces.join('')) : plainName(pieces.join(''));
}

/** Words as e-mails have them, `=?UTF-8?B?…?=`. @see https://www.rfc-editor.org/rfc/rfc2047 */
function withWords(name: string): string {
	return name
		.replace(/(\?=)\s+(?==\?)/g, '$1')
		.replace(/=\?([\w-]+)\?([bq])\?([^?\s]*)\?=/gi, (whole, charset: string, form: string, words: string) => {
			const quoted = words.replace(/_/g, ' ').replace(/=(?=[\da-f]{2})/gi, '%');
			const bytes = /b/i.test(form) ? Buffer.from(words, 'base64') : bytesOf(quoted);
			return decoded(bytes, charset) ?? whole;
		});
}

/** The bytes of what is percent-encoded; undefined when it is broken. */
function bytesOf(encoded: string): Uint8Array | undefined {
	if (/%(?![\da-f]{2})/i.test(encoded)) return undefined;
	const bytes = encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1');
}

function decoded(bytes: Uint8Array | undefined, charset: string): string | undefined {
	try {
		return bytes && new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function percentDecoded(value: string): string | undefined {
	return value === ''
		? undefined
		: decoded(Buffer.from(value).length === value.length ? bytesOf(value) : undefined, 'utf-8');
}

/** Node reads the bytes of a header as Latin-1. What is UTF-8 read so can hardly be anything else. */
function withUtf8(value: string): string {
	if (!/[\x80-\xff]/.test(value) || /[^\0-\xff]/.test(value)) return value;
	return decoded(Buffer.from(value, 'latin1'), 'utf-8') ?? value;
}
