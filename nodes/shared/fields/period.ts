import { InputError } from '../../../feishu/input';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';

type Happened = 'Sent' | 'Pinned';

const after = (happened: Happened) => `${happened.toLowerCase()}After`;
const before = (happened: Happened) => `${happened.toLowerCase()}Before`;

/** The moments between which something happened, for the collection of filters. Read with `readPeriod`. */
export function periodFields(happened: Happened, where = ''): Field[] {
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
