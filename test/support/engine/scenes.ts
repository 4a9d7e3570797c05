/** What happens on the way to the platform while something long is written. */
import type { FaultAction } from '../../../simulator';
import type { Fault } from '../../../simulator/platform/faults';

const TOO_FAST: FaultAction = {
	type: 'code',
	http: 429,
	code: 99991400,
	msg: 'too many',
	headers: { 'x-ogw-ratelimit-reset': '1' },
};

export interface Scene {
	name: string;
	/** What fails, at requests of this path. */
	faults(path: string): Fault[];
}

/** That the platform is busy with another change, in the product's own code. */
export const busyScene = (code: number): Scene => ({
	name: `an earlier change is under way (${code})`,
	faults: (path) => [{ path, skip: 1, times: 3, action: { type: 'code', http: 400, code, msg: 'Retry Later' } }],
});

/** What any request may meet. */
export const LINE_SCENES: readonly Scene[] = [
	{ name: 'too many requests', faults: (path) => [{ path, skip: 1, times: 2, action: TOO_FAST }] },
	{ name: 'the line breaks before', faults: (path) => [{ path, skip: 1, times: 1, action: { type: 'dropBefore' } }] },
	{ name: 'the answer is lost', faults: (path) => [{ path, skip: 1, times: 1, action: { type: 'dropAfter' } }] },
	{ name: 'half an answer comes', faults: (path) => [{ path, times: 2, action: { type: 'truncate' } }] },
];
