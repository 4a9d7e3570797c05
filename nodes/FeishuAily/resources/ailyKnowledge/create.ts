import type { IDataObject } from 'n8n-workflow';

import type { InputFile } from '../../../shared/client/binary';
import type { FeishuClient } from '../../../shared/client/client';
import { fileField } from '../../../shared/fields/common';
import { choiceField, rawTextField, textField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import { complaint } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { ailyApp } from '../ailyApp';
import { isoTimes } from '../isoTimes';
import { plainKnowledge } from '../plain';
import { KNOWLEDGE, WHERE_MADE, WRITE_KNOWLEDGE } from './asset';

const UPLOAD = 'POST /open-apis/aily/v1/apps/:app_id/data_assets/upload_file';
const LONGEST = 65_536;
/** Bytes. Source: https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/upload_file (2700035) */
const MOST_BYTES = 50 * 1024 * 1024;
/** What Aily reads. Source: https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/create */
const KINDS = ['txt', 'pdf', 'pptx', 'docx'];

const title = textField({
	displayName: 'Title',
	name: 'knowledgeTitle',
	placeholder: 'e.g. Handbook',
	description: 'What it is called in Aily; of a file, the name of the file without it',
});
const content = rawTextField({
	displayName: 'Text',
	name: 'knowledgeText',
	required: true,
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Holidays are asked for two weeks ahead',
	description: 'What the assistant is to know, of up to 65,536 characters',
});
const file = fileField({ description: 'The name of the input field containing a TXT, PDF, DOCX or PPTX file' });

const source = variantField(
	choiceField({
		displayName: 'Source',
		name: 'knowledgeSource',
		default: 'text',
		options: [
			{ name: 'File', value: 'file', description: 'A file of the input item' },
			{ name: 'Text', value: 'text', description: 'Words that are written here' },
		],
		description: 'Where the knowledge comes from',
	}),
	{ file, text: content },
);

function refuseFile({ fileName, size }: InputFile): void {
	const kind = fileName.split('.').at(-1)?.toLowerCase() ?? '';
	if (!KINDS.includes(kind))
		throw complaint(file.label, `holds a file that Aily can't read: ${fileName}`, `It reads ${KINDS.join(', ')}`);
	if (size > MOST_BYTES)
		throw complaint(file.label, `holds a file that is too large for Aily: ${fileName}`, 'It takes 50 MB: divide it');
}

async function uploaded(feishu: FeishuClient, app_id: string, given: InputFile): Promise<IDataObject> {
	const form = async () => {
		const data = new FormData();
		data.append('file', await given.part(), given.fileName);
		return data;
	};
	// What nothing is made of shows nowhere, so it may be sent again.
	const request = { path: { app_id }, query: WHERE_MADE, form, idempotent: true };
	return (await feishu.call<{ file_info: IDataObject }>(UPLOAD, request)).file_info;
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a piece of knowledge',
	description: 'Teach an assistant a text or a file, where it is made; ready some time later',
	endpoint: 'POST /open-apis/aily/v1/apps/:app_id/data_assets',
	alsoCalls: [UPLOAD],
	scopes: WRITE_KNOWLEDGE,
	identity: 'either',
	fields: [ailyApp, source, title],
	output: KNOWLEDGE,
	async run({ read, feishu }) {
		const app_id = read(ailyApp);
		const chosen = read(source);
		const named = read(title) || undefined;
		const told = await (chosen.choice === 'text' ? ofText(chosen.value) : ofFile(await chosen.value()));
		const import_knowledge_setting = { chunk_setting: { rule_type: 'intelligent' }, file: told };
		const body = { connect_type: 'import', source_type: 'file', import_knowledge_setting };
		const request = { path: { app_id }, query: WHERE_MADE, body };
		const { data_asset } = await feishu.call<{ data_asset: IDataObject }>(this.endpoint, request);
		return plainKnowledge(isoTimes(data_asset));

		async function ofFile(given: InputFile) {
			refuseFile(given);
			const { token, mime_type } = await uploaded(feishu, app_id, given);
			return { title: named ?? given.fileName, token, mime_type };
		}

		async function ofText(words: string) {
			if (words.length > LONGEST)
				throw content.refuse(`is too long: ${words.length} characters`, `Aily takes ${LONGEST}; send a file`);
			return await Promise.resolve({ title: named, content: words, mime_type: 'text/plain' });
		}
	},
});
