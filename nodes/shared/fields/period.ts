import { momentField } from './plain';
import { InputError } from '../../../feishu/input';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';

type Happened = 'Sent' | 'Pinned';

const after = (happened: Happened) => `${happened.toLowerCase()}After`;
const before = (happened: Happened) => `${happened.toLowerCase()}Before`;

/** The moments between which something happened, for the collection of filters. Read with `readPeriod`. */
export function periodFieldsOld(happened: Happened, where = ''): Field[] {
	return [
		{
			displayName: `${happened} After`,
			name: after(happened),
			type: 'dateTime',
			default: '',
			description: `Only of this moment or later${where}`,
		},
		{
			displayName: `${happened} Before`,
			name: before(happened),
			type: 'dateTime',
			default: '',
			description: `Only of this moment or earlier${where}`,
		},
	];
}

/** Both ends in milliseconds since 1970. @throws InputError about what is no moment, or when the end is not after the start */
export function readPeriod(param: Params, happened: Happened): { from?: number; to?: number } {
	const from = param.moment(`filters.${after(happened)}`);
	const to = param.moment(`filters.${before(happened)}`);
	if (from !== undefined && to !== undefined && from >= to) {
		const field = param.label(`filters.${after(happened)}`);
		throw new InputError(
			field,
			`The field '${field}' must be earlier than '${param.label(`filters.${before(happened)}`)}'`,
		);
	}
	return { from, to };
}

/** A moment in milliseconds since 1970 from which, and one up to which, something happened; both may be open. */
export interface Period {
	from?: number;
	to?: number;
}

/**
 * The moments between which something happened, for a collection of filters: its `fields` are listed there, and what was
 * added of them is read with `of`.
 */
export function periodFields<const H extends 'sent' | 'pinned'>(happened: H, where = '') {
	const Happened = `${happened.slice(0, 1).toUpperCase()}${happened.slice(1)}`;
	const from = momentField({
		displayName: `${Happened} After`,
		name: `${happened}After`,
		description: `Only of this moment or later${where}`,
	});
	const to = momentField({
		displayName: `${Happened} Before`,
		name: `${happened}Before`,
		description: `Only of this moment or earlier${where}`,
	});
	return {
		fields: [from, to] as const,
		/** @throws InputError when the end is not after the start */
		of(added: Partial<Record<string, unknown>>): Period {
			const period = { from: added[from.name] as number | undefined, to: added[to.name] as number | undefined };
			if (period.from !== undefined && period.to !== undefined && period.from >= period.to)
				throw from.refuse(`must be earlier than '${to.label}'`);
			return period;
		},
	};
}
