import type { IDataObject } from 'n8n-workflow';

import type { BaseField } from '../../../../feishu/base/baseField';
import { plainRecord, type BaseRecord } from '../../../../feishu/base/plainRecord';
import { outputOf } from '../../../shared/operation/output';

/** What every record has; the rest is named by the table's own fields. */
export const RECORD = outputOf({ record_id: 'string', '*': 'any' });

/** A record as an item. @param fields those that are wanted; undefined for the platform's own form */
export function recordItem(record: BaseRecord, fields: readonly BaseField[] | undefined): IDataObject {
	return (fields ? plainRecord(fields, record) : record) as unknown as IDataObject;
}
