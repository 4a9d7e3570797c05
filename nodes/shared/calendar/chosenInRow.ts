import type { Field, Reader, ValueOf } from '../operation/field';

/** What was chosen in a row. @throws InputError naming the row, where an expression gave nothing or nothing was chosen */
export function chosenInRow<F extends Field, G extends F>(row: Reader<F>, field: G): NonNullable<ValueOf<G>> {
	const value = row.read(field);
	if (value !== undefined && value !== null) return value;
	throw row.refuse(field, 'is empty', 'Choose from the list, or remove the row');
}
