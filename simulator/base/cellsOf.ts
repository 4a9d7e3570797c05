import type { BaseRecord, Cell, Field, Table } from '../state/bases';
import type { Asking, Kind, Place } from './kind';
import { KINDS } from './kinds';

export function kindOf({ type }: Pick<Field, 'type'>): Kind {
	const found = KINDS[type];
	if (!found) throw new Error(`There is no type ${type} of fields`);
	return found.kind;
}

const primaryOf = ({ fields }: Table): Field | undefined => fields.find(({ is_primary: is }) => is);

export const placeOf = (asking: Asking, field: Field): Place => ({
	...asking,
	field,
	title(table, record) {
		const first = primaryOf(table);
		return first ? wordsIn(record, placeOf({ ...asking, table }, first)).join(',') : '';
	},
});

/** What a record has under a field: kept in it, or made from it; undefined for an empty cell. */
export function cellOf(record: BaseRecord, place: Place): Cell | undefined {
	const kind = kindOf(place.field);
	return kind.computed ? kind.computed(record, place) : keptIn(record, place).get(place.field.field_id);
}

/** Cells as they are, or as a read still finds them. */
function keptIn({ cells, lag }: BaseRecord, { store }: Place): Map<string, Cell> {
	return lag?.before && lag.until > store.clock.now() ? lag.before : cells;
}

/** The texts of a cell; none of an empty one. */
export function wordsIn(record: BaseRecord, place: Place): string[] {
	const cell = cellOf(record, place);
	return cell === undefined ? [] : kindOf(place.field).words(cell, place);
}
