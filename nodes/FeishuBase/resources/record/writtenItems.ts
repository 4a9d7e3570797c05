import type { IDataObject } from 'n8n-workflow';

import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import type { Asking } from '../../../shared/client/asking';
import type { TablePath } from '../../../shared/base/contents';
import { recordsById } from '../../../shared/base/recordsById';
import type { OperationContext } from '../../../shared/operation/operation';
import { noteDone } from '../../../shared/operation/noteDone';
import { recordItem } from './output';
import type { PreparedRow } from './preparedRow';

/** How the item of a written record is to look. */
export interface Shown {
	row: PreparedRow;
	/** Whether values are plain. */
	simple: boolean;
	/** Whether it is to be read again. */
	whole: boolean;
	/** What was done, where that is not the same for all. */
	action?: RecordAction;
}

export type RecordAction = 'created' | 'updated' | 'found';

/**
 * What each item gives: the record as it was sent, or as the table has it now where that is wanted. A record that can't be
 * read again was written all the same, and is given as it was sent.
 */
export async function writtenItems(
	asking: Asking & Pick<OperationContext, 'context'>,
	path: TablePath,
	results: ReadonlyArray<BaseRecord | Error>,
	shown: readonly Shown[],
): Promise<Array<IDataObject | Error>> {
	const { feishu } = asking;
	const written = results.filter((one, index) => !(one instanceof Error) && shown[index]?.action !== 'found');
	if (written.length < results.length) noteDone(asking, written.length, 'record', 'written');
	const wanted = results.flatMap((one, index) => (one instanceof Error || !shown[index]?.whole ? [] : [one.record_id]));
	const read =
		wanted.length > 0
			? await recordsById(feishu, path, wanted).then(
					({ records }) => records,
					() => new Map<string, BaseRecord>(),
				)
			: new Map<string, BaseRecord>();
	return results.map((one, index) => {
		const look = shown[index];
		if (one instanceof Error || !look) return one as Error;
		const again = read.get(one.record_id);
		// What was sent tells nothing of fields that the platform fills in.
		const fields = again ? look.row.fields : look.row.cells.map(({ field }) => field);
		const item = recordItem(again ?? one, look.simple ? fields : undefined);
		return look.action ? { record_action: look.action, ...item } : item;
	});
}
