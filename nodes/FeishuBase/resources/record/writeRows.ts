import { randomUUID } from 'node:crypto';

import { CallError } from '../../../../feishu/api/call';
import { findCause } from '../../../../feishu/api/network';
import type { BaseField } from '../../../../feishu/base/baseField';
import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import { isAboutRecord, isTooMuch, refusedCells } from '../../../../feishu/base/refusedCells';
import { writeInHalves, type Outcome } from '../../../../feishu/base/writeInHalves';
import { InputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';
import type { TablePath } from '../../../shared/base/contents';
import type { FeishuClient } from '../../../shared/client/client';
import { perTable } from '../../../shared/client/pacing';

export const CREATE_RECORDS = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_create';
export const UPDATE_RECORDS = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_update';

/** Records in one request. Some have met 500 as the limit: where that is refused, halves of it go. Source: …/bitable-v1/app-table-record/batch_create */
const MOST = 1000;

/** So many refused records, and none written, are one mistake. */
const GIVE_UP_AFTER = 20;

/** A record as it is to be written. */
export interface Row {
	fields: JsonObject;
	/** Of the record that is changed. */
	record_id?: string;
}

export interface Writing {
	feishu: FeishuClient;
	path: TablePath;
	/** Of the table, to tell which of them a refusal means. */
	fields: readonly BaseField[];
}

interface Answer {
	records?: BaseRecord[];
}

/**
 * Makes records, up to 1,000 in a request; a lost answer makes none twice, because each request has a token of its own.
 * What one record is refused for does not hold up the others.
 * @returns for each row, in their order, the record as it was sent, or the error that it met
 */
export async function createRows(writing: Writing, rows: readonly Row[]): Promise<Array<BaseRecord | Error>> {
	const { feishu, path } = writing;
	return await writeRows(writing, rows, async (some) => {
		const { records = [] } = await feishu.call<Answer>(CREATE_RECORDS, {
			path,
			query: { user_id_type: 'open_id', client_token: randomUUID() },
			body: { records: some.map(({ fields }) => ({ fields })) },
			idempotent: true,
			paces: [perTable(path)],
		});
		return records;
	});
}

/** Changes records likewise: the same change twice is the same. A record must be there once only among the rows. */
export async function updateRows(writing: Writing, rows: readonly Row[]): Promise<Array<BaseRecord | Error>> {
	const { feishu, path } = writing;
	return await writeRows(writing, rows, async (some) => {
		const { records = [] } = await feishu.call<Answer>(UPDATE_RECORDS, {
			path,
			query: { user_id_type: 'open_id' },
			body: { records: some.map(({ record_id, fields }) => ({ record_id, fields })) },
			idempotent: true,
			paces: [perTable(path)],
		});
		return records;
	});
}

async function writeRows(
	{ fields }: Writing,
	rows: readonly Row[],
	write: (rows: readonly Row[]) => Promise<readonly BaseRecord[]>,
): Promise<Array<BaseRecord | Error>> {
	const outcomes = await writeInHalves(rows, {
		write,
		most: MOST,
		isAbout: (error) => isAboutRecord(codeOf(error)),
		isTooMuch: (error) => isTooMuch(codeOf(error)),
		giveUpAfter: GIVE_UP_AFTER,
	});
	return outcomes.map((outcome, index) => resultOf(outcome, rows[index], fields));
}

function resultOf(
	outcome: Outcome<BaseRecord>,
	row: Row | undefined,
	fields: readonly BaseField[],
): BaseRecord | Error {
	if ('result' in outcome) return outcome.result;
	if ('left' in outcome) return notTried(outcome.left);
	return aboutRow(outcome.refused, row, fields);
}

/** The platform's refusal, with the cells of the record that it can mean. */
function aboutRow(error: unknown, row: Row | undefined, fields: readonly BaseField[]): Error {
	const call = findCause<CallError>(error, 'CallError');
	if (!call || !row) return error instanceof Error ? error : new Error(String(error));
	const { failure, history } = call;
	const cells = refusedCells(failure.code, fields, row.fields);
	const fieldViolations = cells.map(({ field, takes }) => ({ field, value: '', description: `takes ${takes}` }));
	return new CallError({ ...failure, fieldViolations: [...failure.fieldViolations, ...fieldViolations] }, history);
}

function notTried(error: unknown): Error {
	const code = codeOf(error);
	const why = code === undefined ? 'the platform could not be reached' : `Feishu refused with code ${code}`;
	return new InputError(
		'Columns',
		`Not written: ${why} for the records before it`,
		'See their errors; the records that were written have no error',
	);
}

const codeOf = (error: unknown): number | undefined => findCause<CallError>(error, 'CallError')?.failure.code;
