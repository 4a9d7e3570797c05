import type { IDataObject } from 'n8n-workflow';

import type { BaseField } from '../../../../feishu/base/baseField';
import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import type { TablePath } from '../../../shared/base/contents';
import { recordsById } from '../../../shared/base/recordsById';
import type { FeishuClient } from '../../../shared/client/client';
import { recordItem } from './output';

/** How the item of a written record is to look. */
export interface Shown {
	/** The fields of the table; undefined for the platform's own form. */
	shown: readonly BaseField[] | undefined;
	/** Whether it is to be read again. */
	whole: boolean;
}

/**
 * What each item gives: the record as it was sent, or as the table has it now where that is wanted. A record that can't be
 * read again was written all the same, and is given as it was sent.
 */
export async function writtenItems(
	{ feishu }: { feishu: FeishuClient },
	path: TablePath,
	results: ReadonlyArray<BaseRecord | Error>,
	shown: readonly Shown[],
): Promise<Array<IDataObject | Error>> {
	const wanted = results.flatMap((one, index) => (one instanceof Error || !shown[index]?.whole ? [] : [one.record_id]));
	const read =
		wanted.length > 0
			? await recordsById(feishu, path, wanted, { automatic_fields: true }).then(
					({ records }) => records,
					() => new Map<string, BaseRecord>(),
				)
			: new Map<string, BaseRecord>();
	return results.map((one, index) =>
		one instanceof Error ? one : recordItem(read.get(one.record_id) ?? one, shown[index]?.shown),
	);
}
