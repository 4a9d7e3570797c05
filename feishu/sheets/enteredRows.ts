import { InputError } from '../input';

/** So many rows somebody may name at once. */
const MOST = 1_000_000;

const EXAMPLE = 'Enter numbers of rows as people see them, such as 2, 5-9';

/**
 * The numbers of rows in what a person entered: `5`, `2, 5-9`, `2:4`, or a list from an expression. In their order,
 * each once.
 * @param label the name of the field on the panel
 * @throws InputError where it names none
 */
export function enteredRows(label: string, entered: unknown): number[] {
	const given = Array.isArray(entered) ? entered.map(String) : String(entered ?? '').split(/[,;\n，；、]/);
	const parts = given.map((part) => part.trim()).filter((part) => part !== '');
	if (parts.length === 0) throw new InputError(label, `The field '${label}' is empty`, EXAMPLE);
	const rows = new Set<number>();
	for (const part of parts) {
		const [, first, last = first] = /^([1-9]\d{0,6})(?:\s*[-–:]\s*([1-9]\d{0,6}))?$/.exec(part) ?? [];
		if (first === undefined)
			throw new InputError(label, `The field '${label}' names no row: ${part.slice(0, 40)}`, EXAMPLE);
		const [from, to] = [Number(first), Number(last)].sort((a, b) => a - b) as [number, number];
		if (to - from >= MOST) throw new InputError(label, `The field '${label}' names more than ${MOST} rows`, EXAMPLE);
		for (let row = from; row <= to; row++) rows.add(row);
	}
	return [...rows].sort((a, b) => a - b);
}
