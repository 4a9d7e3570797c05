import { rowField } from '../../fields/nested';
import { choiceField, momentField, numberField } from '../../fields/plain';
import { mappedField } from '../../operation/field';

const UNIT_MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

const amount = numberField({
	displayName: 'Amount',
	name: 'resumeAmount',
	typeOptions: { minValue: 0 },
	default: 45,
	description: 'How long to wait',
});

const end = momentField({
	displayName: 'Max Date and Time',
	name: 'maxDateAndTime',
	description: 'The end of the wait, in place of an amount',
});

const unit = choiceField({
	displayName: 'Unit',
	name: 'resumeUnit',
	options: [
		{ name: 'Days', value: 'days', description: '24 hours each' },
		{ name: 'Hours', value: 'hours' },
		{ name: 'Minutes', value: 'minutes' },
	],
	default: 'minutes',
	description: 'Of the amount',
});

const limit = rowField(
	{
		displayName: 'Limit Wait Time',
		name: 'limitWaitTime',
		groupKey: 'values',
		groupName: 'Values',
		default: { values: { resumeAmount: 45, resumeUnit: 'minutes' } },
		description: 'After it the workflow goes on with the input, without data',
	},
	[amount, end, unit],
);

/** When the wait ends. @param now milliseconds since 1970 @returns the same; undefined when it has no end @throws InputError when there is no time left */
export type EndOfWait = (now: number) => number | undefined;

export const limitField = mappedField(limit, (row): EndOfWait => {
	if (!row) return () => undefined;
	const { read } = row;
	const moment = read(end);
	const length = moment === undefined ? read(amount) * UNIT_MS[read(unit)] : 0;
	return (now) => {
		const until = moment ?? now + length;
		if (until > now) return until;
		throw limit.refuse('leaves no time to answer', 'Choose a time to come, or an amount of more than nothing');
	};
});
