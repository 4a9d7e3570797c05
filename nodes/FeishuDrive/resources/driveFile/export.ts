import { EXPORT_FAILURES, exportFormats, officeFormat, type ExportedType } from '../../../../feishu/drive/exportRules';
import { text } from '../../../../feishu/json';
import { perDownloader } from '../../../shared/client/pacing';
import { A, anyDocumentField } from '../../../shared/drive/anyDocument';
import { outputFileField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { jobUntil, type JobResult } from './jobs';
import { waitField, waitMs } from './waitField';

const GET_EXPORT = 'GET /open-apis/drive/v1/export_tasks/:ticket';
const DOWNLOAD_EXPORT = 'GET /open-apis/drive/v1/export_tasks/file/:file_token/download';

const TAKES =
	'Choose a document, a spreadsheet or a base. What was uploaded is downloaded: take File → Download, or Folder → Download All';

const document = anyDocumentField({
	displayName: 'Document',
	types: ['doc', 'docx', 'sheet', 'bitable'],
	takes: TAKES,
});

const format = choiceField({
	displayName: 'Format',
	name: 'exportFormat',
	options: [
		{ name: 'CSV', value: 'csv', description: 'One sheet of a spreadsheet, or one table of a base' },
		{ name: 'Excel', value: 'xlsx', description: 'A spreadsheet or a base' },
		{ name: 'PDF', value: 'pdf', description: 'A document' },
		{ name: 'Word', value: 'docx', description: 'A document' },
		{ name: 'Word or Excel', value: 'office', description: 'A document as Word, a spreadsheet or a base as Excel' },
	],
	default: 'office',
	description: 'What is made of it',
});

const part = textField({
	displayName: 'Sheet or Table ID',
	name: 'partId',
	placeholder: 'e.g. 6e5ed3 or tblsRc9GRRXKqhvW',
	description: 'For CSV, which takes one; empty where the address leads to it (?sheet=… or ?table=…)',
});

const fileName = textField({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. report.pdf',
	description: 'Another name than the document has',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	fileName,
	part,
	waitField,
]);

export const exportDocument = defineOperation({
	value: 'export',
	name: 'Export',
	action: 'Export a document',
	description: 'Make a Word, PDF, Excel or CSV file of a document, spreadsheet or base, and wait for it',
	endpoint: 'POST /open-apis/drive/v1/export_tasks',
	alsoCalls: [GET_EXPORT, DOWNLOAD_EXPORT],
	scopes: ['docs:document:export', 'drive:export:readonly'],
	identity: 'either',
	fields: [document, format, outputFileField, options],
	output: outputOf({ token: 'string', type: 'string', name: 'string', 'mime_type?': 'string', 'size?': 'number' }),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const wantedFormat = read(format);
		const property = read(outputFileField);
		const { fileName: wanted, partId, waitMinutes } = read(options);
		const sub_id = partId || chosen.part;
		const formatFor = (type: ExportedType) => {
			const file_extension = wantedFormat === 'office' ? officeFormat(type) : wantedFormat;
			const formats = exportFormats(type);
			if (!formats.includes(file_extension))
				throw format.refuse(
					`can't be ${file_extension} for ${A[type]}`,
					`It can be exported as ${formats.join(' or ')}`,
				);
			if (file_extension === 'csv' && sub_id === undefined)
				throw part.refuse('is empty', 'A CSV file holds one sheet or table: add it under Options');
			return file_extension;
		};
		if (chosen.named.type !== 'wiki') formatFor(chosen.named.type as ExportedType);
		const { type, token } = await chosen.content(asking);
		const file_extension = formatFor(type as ExportedType);
		const { ticket } = await feishu.call<{ ticket: string }>(this.endpoint, {
			body: { file_extension, token, type, ...(file_extension === 'csv' && { sub_id }) },
			// Exported twice it is there twice for ten minutes.
			idempotent: true,
		});
		const job = jobUntil('export', 'file_token', EXPORT_FAILURES, waitMs(waitMinutes));
		const request = { path: { ticket }, query: { token } };
		const { result = {} } = await feishu.poll<{ result?: JobResult }>(GET_EXPORT, request, job);
		const name = wanted || named(text(result.file_name), file_extension);
		const file = await feishu.download(DOWNLOAD_EXPORT, {
			path: { file_token: text(result.file_token) },
			paces: [perDownloader(await feishu.sender())],
			...(name && { fileName: name }),
		});
		const { fileName: given, mimeType } = file;
		return new FileOutput(
			{ token, type, name: given, mime_type: mimeType, size: result.file_size },
			{ [property]: file },
		);
	},
});

/** The platform gives the title of the document; the extension is not always in it. */
function named(title: string, extension: string): string {
	return title === '' || title.toLowerCase().endsWith(`.${extension}`) ? title : `${title}.${extension}`;
}
