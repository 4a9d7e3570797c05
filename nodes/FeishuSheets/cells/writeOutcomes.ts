import { codeOf } from '../../../feishu/api/call';
import { writeInHalves, type Outcome } from '../../../feishu/api/writeInHalves';
import { InputError } from '../../../feishu/input';
import { MOST } from '../../../feishu/sheets/cellRefusals';
import { mentionsIn } from '../../../feishu/sheets/cellMentions';
import type { ReadyRow } from '../../../feishu/sheets/evenFormats';
import { MOST_AT_ONCE } from '../../../feishu/sheets/rowWindows';

/** A row that is gone, a value, somebody who is mentioned, protected cells, a cell that is too large: the other rows may do without it. */
const ABOUT_A_ROW: ReadonlySet<number | undefined> = new Set([90202, 90204, 90205, 90218, 90222]);

/** Too much for one request, or for the moment. Source: …/sheets-v2, the error codes */
const TOO_MUCH: ReadonlySet<number | undefined> = new Set([90226, 90227, 90235]);

/** So many refused rows, and none written, are one mistake. */
const GIVE_UP_AFTER = 20;

/**
 * Writes rows with few calls, one after the other. What one row is refused for does not hold up the others.
 * @returns for each row, in their order, what the write gave, or the error that it met
 */
export async function writeRows<E extends { cells: ReadyRow }, R>(
	rows: readonly E[],
	write: (some: readonly E[]) => Promise<readonly R[]>,
): Promise<Array<R | Error>> {
	const outcomes = await writeInHalves(rows, {
		write,
		most: MOST_AT_ONCE.rows,
		fit: fitting,
		isAbout: (error) => ABOUT_A_ROW.has(codeOf(error)),
		isTooMuch: (error) => TOO_MUCH.has(codeOf(error)),
		giveUpAfter: GIVE_UP_AFTER,
	});
	return outcomes.map(resultOf);
}

/** A call takes 50 mentions. */
function fitting(rows: ReadonlyArray<{ cells: ReadyRow }>): number {
	let mentions = 0;
	const over = rows.findIndex(({ cells }) => {
		mentions += cells.reduce((sum, cell) => sum + mentionsIn(cell?.value), 0);
		return mentions > MOST.mentions;
	});
	return over < 0 ? rows.length : Math.max(1, over);
}

function resultOf<R>(outcome: Outcome<R>): R | Error {
	if ('result' in outcome) return outcome.result;
	if ('left' in outcome) return notTried(outcome.left);
	return outcome.refused instanceof Error ? outcome.refused : new Error(String(outcome.refused));
}

function notTried(error: unknown): Error {
	const code = codeOf(error);
	const why = code === undefined ? 'something went wrong' : `Feishu refused with code ${code}`;
	return new InputError(
		'Columns',
		`Not written: ${why} for the rows before it`,
		'See their errors; the rows that were written have no error',
	);
}
