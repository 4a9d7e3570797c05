import type { BaseRecord, View } from '../state/bases';
import { cellOf, placeOf } from './cellsOf';
import type { Asking } from './kind';
import { testOf } from './operators';
import { problem } from './problem';

export interface FilterCondition {
	field_name: string;
	operator: string;
	value?: readonly string[];
}

export interface Group {
	conjunction?: 'and' | 'or';
	conditions?: readonly FilterCondition[];
}

export interface Filter extends Group {
	children?: readonly Group[];
}

export type Fits = (record: BaseRecord) => boolean;

const MAX_TEXT = 2000 * 50;

function combine(tests: readonly Fits[], conjunction: Group['conjunction']): Fits {
	if (tests.length === 0) return () => true;
	return conjunction === 'or'
		? (record) => tests.some((fits) => fits(record))
		: (record) => tests.every((fits) => fits(record));
}

function conditionFits(asking: Asking, { field_name: name, operator, value }: FilterCondition): Fits {
	const field = asking.table.fields.find((one) => one.field_name === name);
	if (!field) throw problem(asking.store.settings.baseUnknownCondition);
	const place = placeOf(asking, field);
	const test = testOf(place, operator, value);
	return (record) => test(cellOf(record, place));
}

function groupFits(asking: Asking, { conjunction, conditions = [] }: Group): Fits {
	if (conditions.length > 0 && !conjunction) throw problem(1254018);
	return combine(
		conditions.map((condition) => conditionFits(asking, condition)),
		conjunction,
	);
}

/** What a filter of search asks for; an empty one lets all pass. */
export function filterFits(asking: Asking, filter: Filter): Fits {
	if (JSON.stringify(filter).length > MAX_TEXT) throw problem(1254107);
	const own = (filter.conditions ?? []).length > 0 ? [groupFits(asking, filter)] : [];
	const children = filter.children ?? [];
	if (children.length > 0 && !filter.conjunction) throw problem(1254018);
	return combine([...own, ...children.map((child) => groupFits(asking, child))], filter.conjunction);
}

/** What a view lets pass; its conditions name fields by their id. */
export function viewFits(asking: Asking, { filter_info: filter }: View): Fits {
	const conditions = (filter?.conditions ?? []).flatMap(({ field_id: id, operator, value = '[]' }) => {
		const field = asking.table.fields.find((one) => one.field_id === id);
		return field ? [{ field_name: field.field_name, operator, value: JSON.parse(value) as string[] }] : [];
	});
	return groupFits(asking, { conjunction: filter?.conjunction, conditions });
}
