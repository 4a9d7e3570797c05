import type { Operator } from '../state/operator';
import { openIdOf } from '../state/operator';
import type { Protection } from '../state/sheetParts';
import type { Area, Sheet, Spreadsheet } from '../state/sheets';
import { problem } from './problem';

function covers({ lines }: Protection, { top, bottom, left, right }: Area): boolean {
	if (!lines) return true;
	const [from, to] = lines.major === 'ROWS' ? [top, bottom] : [left, right];
	return lines.start <= to && from <= lines.end;
}

/** Cells that are protected are written by those whom the protection names, by who made it and by the owner. */
export function requireOpen({ owner }: Spreadsheet, sheet: Sheet, area: Area, by: Operator): void {
	const who = openIdOf(by);
	if (who === owner) return;
	if (sheet.protections.some((one) => covers(one, area) && one.by !== who && !one.editors.includes(who)))
		throw problem(218);
}
