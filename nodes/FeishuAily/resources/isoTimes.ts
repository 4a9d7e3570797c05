import type { IDataObject } from 'n8n-workflow';

const TIMES: ReadonlySet<string> = new Set(['created_at', 'created_time', 'updated_time']);

/** What Aily tells, with its times, which are milliseconds as text, in ISO 8601; at any depth. */
export function isoTimes<T>(said: T): T {
	if (Array.isArray(said)) return said.map((one: unknown) => isoTimes(one)) as T;
	if (typeof said !== 'object' || said === null) return said;
	const entries = Object.entries(said as IDataObject).map(([key, value]) => [
		key,
		TIMES.has(key) ? isoTime(value) : isoTimes(value),
	]);
	return Object.fromEntries(entries) as T;
}

function isoTime(told: unknown): unknown {
	const ms = typeof told === 'string' && /^\d{13}$/.test(told) ? Number(told) : told;
	return typeof ms === 'number' ? new Date(ms).toISOString() : told;
}
