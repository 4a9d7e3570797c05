import { checkFileSize, FILE_LIMIT_BYTES, IMAGE_LIMIT_BYTES, isImage } from '../../../../feishu/im/files';
import { InputError } from '../../../../feishu/input';
import type { InputFile } from '../../client/binary';
import type { FeishuClient } from '../../client/client';
import { fieldGroup } from '../../fields/nested';
import { listField } from '../../fields/plain';
import { typeOfFile, UPLOAD_FILE, UPLOAD_IMAGE, uploadFile, uploadImage } from '../upload';
import type { Compose, Composed, MessageKind } from './kind';
import { platformOf } from './tools';

const properties = listField({
	displayName: 'Input Data Field Names',
	name: 'filesPropertyNames',
	placeholder: 'e.g. data, chart, report',
	description:
		'The names of the input fields with the files, separated by commas; all files of the item when empty. Each becomes its own message.',
});

export const files: MessageKind = {
	value: 'files',
	name: 'Files',
	description: 'Several files at once: images, audio and video are shown as such, the rest as files',
	calls: [UPLOAD_IMAGE, UPLOAD_FILE],
	field: () =>
		fieldGroup('files', [properties], ({ read, panel }): Compose => {
			const field = properties.label;
			const named = read(properties);
			const names = named.length > 0 ? named : panel.fileNames();
			if (names.length === 0)
				throw new InputError(
					field,
					'The item has no files',
					'Connect a node that gives files, such as HTTP Request or Media',
				);
			return async (tools) => {
				const found = await Promise.all(names.map(async (name) => await panel.file(name, field)));
				// Nothing is uploaded unless all can be.
				for (const { fileName, size } of found) checkFileSize(field, fileName, size, FILE_LIMIT_BYTES);
				return await Promise.all(found.map(async (file) => await asWhatItIs(platformOf(tools), file, field)));
			};
		}),
};

async function asWhatItIs(feishu: FeishuClient, file: InputFile, field: string): Promise<Composed> {
	// An image that is too large for one is still a file.
	if (isImage(file) && file.size <= IMAGE_LIMIT_BYTES)
		return { msg_type: 'image', content: { image_key: await uploadImage(feishu, file, field) } };
	const type = await typeOfFile(file);
	const file_key = await uploadFile(feishu, file, field, { fileType: type });
	return { msg_type: type === 'opus' ? 'audio' : type === 'mp4' ? 'media' : 'file', content: { file_key } };
}
