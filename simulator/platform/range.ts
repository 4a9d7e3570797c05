/** A part of a file, both ends included. */
interface Part {
	from: number;
	to: number;
}

/**
 * What a header `Range` asks for: one part, `outside` where the file has no such part, undefined for all of the file, as
 * also for several parts and for what is no range (RFC 9110, 14.2).
 */
export function rangeOf(header: string | undefined, size: number): Part | 'outside' | undefined {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
	if (first === '' && last === '') return undefined;
	if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
	// Without a first byte it is so many of the last ones.
	const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
	const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
	return from < size ? { from, to } : 'outside';
}
