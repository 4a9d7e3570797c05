/**
 * A moment that the platform tells in milliseconds as text, as ISO 8601; undefined for "0", by which it says that there is
 * none yet.
 */
export function isoTime(ms: unknown): string | undefined {
	const number = Number(ms);
	return ms !== '' && Number.isFinite(number) && number > 0 ? new Date(number).toISOString() : undefined;
}
