import { InputError } from '../../../../feishu/input';
import type { Params } from '../../operation/params';

const UNIT_MS: Readonly<Record<string, number>> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

const VALUES = 'options.limitWaitTime.values';

/**
 * When the wait ends.
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970; undefined when it has no end
 * @throws InputError about the limit
 */
export function readLimit(param: Params, now: number): number | undefined {
	const values = param.collection(VALUES);
	if (Object.keys(values).length === 0) return undefined;
	const until = param.moment(`${VALUES}.maxDateAndTime`) ?? now + interval(values);
	if (Number.isFinite(until) && until > now) return until;
	const field = param.label('options.limitWaitTime');
	throw new InputError(
		field,
		`The field '${field}' leaves no time to answer`,
		'Choose a time to come, or an amount of more than nothing',
	);
}

// n8n need not store a value that is left at its default.
function interval({ resumeAmount = 45, resumeUnit = 'minutes' }: Record<string, unknown>): number {
	return Number(resumeAmount) * (UNIT_MS[String(resumeUnit)] ?? NaN);
}
