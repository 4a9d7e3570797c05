import { CallError, codeOf } from '../../../../feishu/api/call';
import { findCause } from '../../../../feishu/api/network';
import type { BaseField } from '../../../../feishu/base/baseField';
import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import { refusedCells } from '../../../../feishu/base/refusedCells';
import type { Outcome } from '../../../../feishu/api/writeInHalves';
import { InputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';

/** What became of a row: the record, or the error that it met, with the cells that it can mean. */
export function rowResult(
	outcome: Outcome<BaseRecord | Error | undefined>,
	cells: JsonObject | undefined,
	fields: readonly BaseField[],
): BaseRecord | Error {
	if ('result' in outcome) return outcome.result ?? saidNothing();
	if ('left' in outcome) return notTried(outcome.left);
	return aboutRow(outcome.refused, cells, fields);
}

/** The platform's refusal, with the cells of the record that it can mean. */
function aboutRow(error: unknown, cells: JsonObject | undefined, fields: readonly BaseField[]): Error {
	const call = findCause<CallError>(error, 'CallError');
	if (!call || !cells) return error instanceof Error ? error : new Error(String(error));
	const { failure, history } = call;
	const refused = refusedCells(failure.code, fields, cells);
	const fieldViolations = refused.map(({ field, takes }) => ({ field, value: '', description: `takes ${takes}` }));
	return new CallError({ ...failure, fieldViolations: [...failure.fieldViolations, ...fieldViolations] }, history);
}

/** The error of a record of which no answer says anything. */
export const saidNothing = (): InputError =>
	new InputError(
		'Columns',
		'Feishu took the record and said nothing of it',
		'Look whether it is in the table before it is written again',
	);

function notTried(error: unknown): Error {
	const code = codeOf(error);
	const why = code === undefined ? 'the platform could not be reached' : `Feishu refused with code ${code}`;
	return new InputError(
		'Columns',
		`Not written: ${why} for the records before it`,
		'See their errors; the records that were written have no error',
	);
}
