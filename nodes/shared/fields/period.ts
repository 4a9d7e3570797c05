import { momentField } from './plain';

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
