import type { IN8nHttpFullResponse } from 'n8n-workflow';

/** A parameter of the header: its name, and its value in quotes or up to the next semicolon. */
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/**
 * The name in Content-Disposition, as RFC 6266 has it: the form that tells its encoding (`filename*`) wins over the plain
 * one, whose bytes may be UTF-8 all the same.
 */
export function fileNameOf(answer: Pick<IN8nHttpFullResponse, 'headers'>): string | undefined {
	const given = new Map<string, string>();
	for (const [, name = '', quoted, bare = ''] of `;${headerOf(answer)}`.matchAll(PARAMETER)) {
		const key = name.toLowerCase();
		const value = quoted === undefined ? bare.trim() : quoted.replace(/\\(.)/gs, '$1');
		if (value !== '' && !given.has(key)) given.set(key, withUtf8(value));
	}
	const plain = given.get('filename');
	return (
		extended(given.get('filename*')) ?? (plain === undefined ? undefined : (percentDecoded(plain) ?? plain).trim())
	);
}

function headerOf({ headers }: Pick<IN8nHttpFullResponse, 'headers'>): string {
	return String(headers['content-disposition'] ?? '');
}

/** `charset'language'percent-encoded`. */
function extended(value: string | undefined): string | undefined {
	const [, charset = '', encoded = ''] = /^([^']*)'[^']*'(.+)$/s.exec(value ?? '') ?? [];
	if (/^iso-8859-1$/i.test(charset))
		return encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return /^(?:utf-8)?$/i.test(charset) ? percentDecoded(encoded) : undefined;
}

function percentDecoded(value: string): string | undefined {
	try {
		return value === '' ? undefined : decodeURIComponent(value);
	} catch {
		return undefined;
	}
}

/** Node reads the bytes of a header as Latin-1. What is UTF-8 read so can hardly be anything else. */
function withUtf8(value: string): string {
	if (!/[\x80-\xff]/.test(value) || /[^\0-\xff]/.test(value)) return value;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
	} catch {
		return value;
	}
}
