import type { JsonObject } from '../../../../feishu/json';
import { outputFileField } from '../../../shared/fields/common';
import { PEOPLE_NAMES } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { attachmentFile } from './attachmentFile';
import { ATTACHMENT, attachmentId, attachmentItem, GET_ATTACHMENT, READ, ofTask } from './chosen';

export const download = defineOperation({
	value: 'download',
	name: 'Download',
	action: 'Download an attachment of a task',
	description: 'Get the file of an attachment',
	endpoint: GET_ATTACHMENT,
	alsoCalls: [PEOPLE_NAMES],
	scopes: ['task:attachment:file:download', ...READ],
	identity: 'either',
	fields: [ofTask, attachmentId, outputFileField],
	output: ATTACHMENT,
	async run({ read, feishu, context }) {
		const path = { attachment_guid: read(attachmentId) };
		const property = read(outputFileField);
		// Its address lives for minutes, so it is asked for right before.
		const { attachment } = await feishu.call<{ attachment: JsonObject }>(this.endpoint, { path });
		const binary = await attachmentFile(context, attachment);
		const { url: _url, ...item } = await withNames({ feishu, context }, attachmentItem(attachment));
		return new FileOutput({ ...item, mime_type: binary.mimeType }, { [property]: binary });
	},
});
