import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { attachmentExtra } from '../../../../feishu/base/attachmentExtra';
import { FIELD, kindOf, type BaseField } from '../../../../feishu/base/baseField';
import { fieldNamed } from '../../../../feishu/base/fieldNamed';
import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import { InputError } from '../../../../feishu/input';
import { isObject, text } from '../../../../feishu/json';
import type { TablePath } from '../../../shared/base/contents';
import type { FeishuClient } from '../../../shared/client/client';
import { downloadMedia } from '../../../shared/drive/mediaDownload';
import { FileOutput } from '../../../shared/operation/operation';
import { fieldChoices } from './fieldChoice';

export const downloadOption = fieldChoices({
	displayName: 'Download Attachments Of',
	name: 'download',
	description:
		'Fields whose files become files of the output item, in fields called attachment_0, attachment_1 and so on. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

/** The fields with attachments that are meant. @throws InputError about one that has none */
export function attachmentFields(names: readonly string[], fields: readonly BaseField[]): BaseField[] {
	return names.map((name) => {
		const field = fieldNamed(downloadOption.label, name, fields);
		if (field.type === FIELD.attachment) return field;
		throw new InputError(
			downloadOption.label,
			`'${field.field_name}' holds ${kindOf(field)}, no attachments`,
			'Choose a field of the type Attachment',
		);
	});
}

/** The item of a record with the files of these fields. They come one after the other, five a second. */
export async function withFiles(
	feishu: FeishuClient,
	{ table_id: tableId }: TablePath,
	record: BaseRecord,
	fields: readonly BaseField[],
	item: IDataObject,
): Promise<IDataObject | FileOutput> {
	const binary: Record<string, IBinaryData> = {};
	for (const { field_id: fieldId, field_name } of fields) {
		const cell = record.fields[field_name];
		for (const file of Array.isArray(cell) ? cell.filter(isObject) : []) {
			const fileToken = text(file.file_token);
			const extra = attachmentExtra({ tableId, fieldId, recordId: record.record_id, fileToken });
			const media = { fileToken, extra, fileName: text(file.name), mimeType: text(file.type) };
			binary[`attachment_${Object.keys(binary).length}`] = await downloadMedia(feishu, media);
		}
	}
	return Object.keys(binary).length === 0 ? item : new FileOutput(item, binary);
}

/** All records in one item, and with it their files, numbered on. */
export function inOneItem(items: ReadonlyArray<IDataObject | FileOutput>): IDataObject | FileOutput {
	const records = items.map((item) => (item instanceof FileOutput ? item.json : item));
	const files = items.flatMap((item) => (item instanceof FileOutput ? Object.values(item.binary) : []));
	if (files.length === 0) return { records };
	return new FileOutput({ records }, Object.fromEntries(files.map((file, at) => [`attachment_${at}`, file])));
}
