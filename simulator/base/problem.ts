import { PlatformError } from '../platform/envelope';
import type { Settings } from '../state/settings';
import statuses from './statuses.json';
import { WORDS } from './words';

/** A refusal by its code; which HTTP status it comes with is a matter of the endpoint. */
export class BaseProblem extends Error {
	constructor(readonly code: number) {
		super(`${code} ${WORDS[code] ?? ''}`);
	}
}

export const problem = (code: number): BaseProblem => new BaseProblem(code);

/** By endpoint without its beginning, then by status. */
const OF_PAGES: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = statuses;

/** Codes of the newer pages that are not 400. */
const NEWER: readonly { http: number; codes: (code: number) => boolean }[] = [
	{ http: 404, codes: (code) => (code >= 1254040 && code <= 1254050 && code !== 1254046) || code === 1254702 },
	{ http: 403, codes: (code) => [91403, 1254027, 1254034, 1254302, 1254303, 1254304, 1254608, 1254701].includes(code) },
];

const newer = (code: number) => NEWER.find(({ codes }) => codes(code))?.http ?? 400;

/** With which status an endpoint refuses: as its page says, where that is known, else as the newer pages do. */
function statusOf(endpoint: string, code: number, { baseErrors, baseConflictStatus }: Settings): number {
	if (code === 1254291) return baseConflictStatus;
	if (baseErrors === 'newer') return newer(code);
	const page = Object.entries(OF_PAGES[endpoint] ?? {}).find(([, codes]) => codes.includes(code));
	return page ? Number(page[0]) : newer(code);
}

/** What becomes of a refusal at an endpoint. */
export const refusal = (endpoint: string, { code }: BaseProblem, settings: Settings): PlatformError =>
	new PlatformError(code, WORDS[code] ?? 'Fail', { http: statusOf(endpoint, code, settings) });
