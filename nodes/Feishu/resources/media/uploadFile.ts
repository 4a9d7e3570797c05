import { fileTypeOf, type FileType } from '../../../../feishu/im/files';
import { binaryInputFieldOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { UPLOAD_FILE, uploadFile as upload } from '../../../shared/im/upload';

export const uploadFile = defineOperation({
	value: 'uploadFile',
	name: 'Upload File',
	action: 'Upload a file',
	description: 'Get a file_key for messages; up to 30 MB',
	endpoint: UPLOAD_FILE,
	scopes: ['im:resource:upload', 'im:resource'],
	fields: [
		binaryInputFieldOld(),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Duration (Seconds)',
					name: 'duration',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 3 },
					default: 0,
					description: 'Length of audio or video; shown beside the player',
				},
				{
					displayName: 'File Name',
					name: 'fileName',
					type: 'string',
					default: '',
					placeholder: 'e.g. report.pdf',
					description: 'Another name than the file has',
				},
				{
					displayName: 'File Type',
					name: 'fileType',
					type: 'options',
					options: [
						{ name: 'Audio (Opus)', value: 'opus', description: 'A voice message that plays in the chat' },
						{ name: 'Excel', value: 'xls', description: 'Files xls, xlsx and csv' },
						{ name: 'Found From the Name', value: 'auto', description: 'By the extension of the file name' },
						{ name: 'Other', value: 'stream', description: 'Anything else' },
						{ name: 'PDF', value: 'pdf', description: 'Files pdf' },
						{ name: 'PowerPoint', value: 'ppt', description: 'Files ppt and pptx' },
						{ name: 'Video (MP4)', value: 'mp4', description: 'A video that plays in the chat' },
						{ name: 'Word', value: 'doc', description: 'Files doc and docx' },
					],
					default: 'auto',
					description: 'As what Feishu shows the file; a message of audio or video needs that type',
				},
			],
		},
	],
	async run({ param, feishu }) {
		const file = await param.file('binaryPropertyName');
		const fileName = param.optionalText('options.fileName') || file.fileName;
		const chosen = param.optionalText('options.fileType');
		const fileType = chosen === '' || chosen === 'auto' ? fileTypeOf(fileName) : (chosen as FileType);
		const duration = Number(param.optionalText('options.duration') || 0) * 1000;
		const file_key = await upload(feishu, file, param.label('binaryPropertyName'), { fileName, fileType, duration });
		return { file_key, file_name: fileName, file_type: fileType, size: file.size };
	},
});
