import type { Streaming } from '../../../../feishu/im/card';
import { choiceField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';

/** Characters a second. */
const SPEEDS = { fast: 200, normal: 60, off: Infinity } as const;

/** Seconds that a whole text may take: the longer it is, the faster it grows. The workflow waits for it. */
const LONGEST_SECONDS = 20;

/** Milliseconds from one step of the client's typing to the next. */
const FREQUENCY_MS = 30;

/** Gives the characters a second for a text of some length; Infinity when the text appears at once. */
export const speedField = mappedField(
	choiceField({
		displayName: 'Typing Speed',
		name: 'typingSpeed',
		options: [
			{ name: 'Fast', value: 'fast', description: '200 characters a second' },
			{ name: 'Normal', value: 'normal', description: '60 characters a second' },
			{ name: 'Off', value: 'off', description: 'The whole text at once' },
		],
		default: 'fast',
		description:
			'How fast the text grows. However long it is, it is there after 20 seconds, for which the workflow waits.',
	}),
	(chosen) =>
		(length: number): number =>
			Math.max(SPEEDS[chosen], length / LONGEST_SECONDS),
);

/** How the client types on what an update adds: as fast as the updates come, so that it is never far behind. */
export function typingOf(speed = 100): Streaming {
	const step = Number.isFinite(speed) ? Math.ceil((speed * FREQUENCY_MS) / 1000) : 10;
	return { frequency: FREQUENCY_MS, step: Math.max(1, step), strategy: 'fast' };
}
