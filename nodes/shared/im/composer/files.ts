import { checkFileSize, FILE_LIMIT_BYTES, IMAGE_LIMIT_BYTES, isImage, fileTypeOf } from '../../../../feishu/im/files';
import { InputError } from '../../../../feishu/input';
import type { InputFile } from '../../client/binary';
import type { FeishuClient } from '../../client/client';
import { uploadFile, uploadImage } from '../upload';
import { platformOf, type Composed, type MessageKind } from './kind';

export const files: MessageKind = {
	value: 'files',
	name: 'Files',
	description: 'Several files at once: images, audio and video are shown as such, the rest as files',
	fields: () => [
		{
			displayName: 'Input Data Field Names',
			name: 'filesPropertyNames',
			type: 'string',
			default: '',
			placeholder: 'e.g. data, chart, report',
			description:
				'The names of the input fields that hold the files, separated by commas; all files of the item when empty. Each becomes a message of its own.',
		},
	],
	async compose(context) {
		const { param } = context;
		const field = param.label('filesPropertyNames');
		const named = param.optionalList('filesPropertyNames');
		const names = named.length > 0 ? named : param.fileNames();
		if (names.length === 0)
			throw new InputError(
				field,
				'The item has no files',
				'Connect a node that gives files, such as HTTP Request or Media',
			);
		const found = await Promise.all(names.map(async (name) => await param.fileNamed(name, 'filesPropertyNames')));
		// Nothing is uploaded unless all can be.
		for (const { fileName, size } of found) checkFileSize(field, fileName, size, FILE_LIMIT_BYTES);
		return await Promise.all(found.map(async (file) => await asWhatItIs(platformOf(context), file, field)));
	},
};

async function asWhatItIs(feishu: FeishuClient, file: InputFile, field: string): Promise<Composed> {
	// An image that is too large for one is still a file.
	if (isImage(file) && file.size <= IMAGE_LIMIT_BYTES)
		return { msg_type: 'image', content: { image_key: await uploadImage(feishu, file, field) } };
	const file_key = await uploadFile(feishu, file, field);
	const type = fileTypeOf(file.fileName);
	return { msg_type: type === 'opus' ? 'audio' : type === 'mp4' ? 'media' : 'file', content: { file_key } };
}
