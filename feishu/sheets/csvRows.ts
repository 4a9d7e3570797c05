import { InputError } from '../input';

/** What stands between two cells, by what the first line has most of. */
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The rows of CSV text: cells in quotes may hold delimiters, line breaks and doubled quotes; `;` and tabs count as
 * delimiters where the first line has more of them. Lines without anything are left out.
 * Source: https://www.rfc-editor.org/rfc/rfc4180
 * @param label the name of the field on the panel
 * @throws InputError where quotes are not closed
 */
export function csvRows(label: string, csv: string): string[][] {
	const text = csv.replace(/^\uFEFF/, '');
	const delimiter = delimiterOf(text);
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let isQuoted = false;
	const endCell = () => {
		row.push(cell);
		cell = '';
	};
	const endRow = () => {
		endCell();
		if (row.some((one) => one.trim() !== '')) rows.push(row);
		row = [];
	};
	for (let at = 0; at < text.length; at++) {
		const sign = text.charAt(at);
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
			else isQuoted = false;
		} else if (sign === '"' && cell.trim() === '') {
			cell = '';
			isQuoted = true;
		} else if (sign === delimiter) endCell();
		else if (sign === '\n') endRow();
		else if (sign !== '\r') cell += sign;
	}
	if (isQuoted)
		throw new InputError(
			label,
			`The field '${label}' opens a quotation mark that nothing closes`,
			'Double a mark within one',
		);
	endRow();
	return rows;
}

function delimiterOf(text: string): string {
	const line = (text.split('\n')[0] ?? '').replace(/"[^"]*"/g, '');
	const count = (delimiter: string) => line.split(delimiter).length;
	return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}
