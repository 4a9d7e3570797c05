import { randomUUID } from 'node:crypto';

import { codeOf } from '../../../../feishu/api/call';
import type { BaseField } from '../../../../feishu/base/baseField';
import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import { NewOptions } from '../../../../feishu/base/newOptions';
import { isAboutRecord, isTooMuch } from '../../../../feishu/base/refusedCells';
import { writeInHalves } from '../../../../feishu/api/writeInHalves';
import type { JsonObject } from '../../../../feishu/json';
import type { TablePath } from '../../../shared/base/contents';
import type { FeishuClient } from '../../../shared/client/client';
import { perTable } from '../../../shared/client/pacing';
import { writeKnown } from './goneRecords';
import { withKeptFiles } from './keptFiles';
import { rowResult } from './rowResult';
import type { Attachments } from './writeOptions';

export const CREATE_RECORDS = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_create';
export const UPDATE_RECORDS = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_update';

/** Records in one request. Some have met 500 as the limit: where that is refused, halves of it go. Source: …/bitable-v1/app-table-record/batch_create */
const MOST = 1000;

/** So many refused records, and none written, are one mistake. */
const GIVE_UP_AFTER = 20;

/** A record as it is to be written. */
export interface Row {
	fields: JsonObject;
}

export interface Writing {
	feishu: FeishuClient;
	path: TablePath;
	/** Of the table, to tell which of them a refusal means. */
	fields: readonly BaseField[];
	/** What becomes of files that are in a cell; replaced unless told otherwise. */
	attachments?: Attachments;
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
export async function updateRows(
	writing: Writing,
	rows: ReadonlyArray<Row & { record_id: string }>,
): Promise<Array<BaseRecord | Error>> {
	const { feishu, path } = writing;
	const send = async (some: typeof rows) => {
		const { records = [] } = await feishu.call<Answer>(UPDATE_RECORDS, {
			path,
			query: { user_id_type: 'open_id' },
			body: { records: some.map(({ record_id, fields }) => ({ record_id, fields })) },
			idempotent: true,
			paces: [perTable(path)],
		});
		return records;
	};
	return await writeRows(writing, rows, async (some) => {
		const changes = writing.attachments === 'add' ? await withKeptFiles(writing, some) : some;
		return await writeKnown({ feishu, path, label: 'Record' }, changes, send);
	});
}

async function writeRows<R extends Row>(
	{ fields }: Writing,
	rows: readonly R[],
	write: (rows: readonly R[]) => Promise<ReadonlyArray<BaseRecord | Error>>,
): Promise<Array<BaseRecord | Error>> {
	const options = optionsOf(fields);
	const outcomes = await writeInHalves(rows, {
		write: async (some) => {
			const results = await write(some);
			options.keep(some);
			return results;
		},
		most: MOST,
		fit: (some) => options.fit(some),
		isAbout: (error) => isAboutRecord(codeOf(error)),
		isTooMuch: (error) => isTooMuch(codeOf(error)),
		giveUpAfter: GIVE_UP_AFTER,
	});
	return outcomes.map((outcome, index) => rowResult(outcome, rows[index]?.fields, fields));
}

/** As far as this execution knows them: what it has made on the way is among them. */
const knownOptions = new WeakMap<readonly BaseField[], NewOptions>();

function optionsOf(fields: readonly BaseField[]): NewOptions {
	const known = knownOptions.get(fields) ?? new NewOptions(fields);
	knownOptions.set(fields, known);
	return known;
}
