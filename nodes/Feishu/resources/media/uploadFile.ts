import { fileField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, numberField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { typeOfFile, UPLOAD_FILE, uploadFile as upload } from '../../../shared/im/upload';

const input = fileField();

const duration = numberField({
	displayName: 'Duration (Seconds)',
	name: 'duration',
	typeOptions: { minValue: 0, numberPrecision: 3 },
	default: 0,
	description: 'Length of audio or video, shown beside the player; found in the file when not given',
});

const fileName = textField({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. report.pdf',
	description: 'Another name than the file has',
});

const fileType = choiceField({
	displayName: 'File Type',
	name: 'fileType',
	options: [
		{ name: 'Audio (Opus)', value: 'opus', description: 'A voice message that plays in the chat' },
		{ name: 'Excel', value: 'xls', description: 'Files xls, xlsx and csv' },
		{ name: 'Found From the Name', value: 'auto', description: 'By the extension of the file name' },
		{ name: 'Other', value: 'stream' },
		{ name: 'PDF', value: 'pdf' },
		{ name: 'PowerPoint', value: 'ppt', description: 'Files ppt and pptx' },
		{ name: 'Video (MP4)', value: 'mp4', description: 'A video that plays in the chat' },
		{ name: 'Word', value: 'doc', description: 'Files doc and docx' },
	],
	default: 'auto',
	description: 'As what Feishu shows the file; a message of audio or video needs that type',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	duration,
	fileName,
	fileType,
]);

export const uploadFile = defineOperation({
	value: 'uploadFile',
	name: 'Upload File',
	action: 'Upload a file',
	description: 'Get a file_key for messages; up to 30 MB',
	endpoint: UPLOAD_FILE,
	scopes: ['im:resource:upload', 'im:resource'],
	identity: 'either',
	fields: [input, options],
	output: outputOf({ file_key: 'string', file_name: 'string', file_type: 'string', size: 'number' }),
	async run({ read, feishu }) {
		const added = read(options);
		const file = await read(input)();
		const file_name = added.fileName || file.fileName;
		const chosen = added.fileType ?? 'auto';
		const file_type = chosen === 'auto' ? await typeOfFile(file, file_name) : chosen;
		const file_key = await upload(feishu, file, input.label, {
			fileName: file_name,
			fileType: file_type,
			duration: (added.duration ?? 0) * 1000,
		});
		return { file_key, file_name, file_type, size: file.size };
	},
});
