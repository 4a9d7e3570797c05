/** Further blocks that show something. */
import { fieldGroup } from '../../../fields/nested';
import { listField, textField } from '../../../fields/plain';
import { mappedField } from '../../../operation/field';
import { UPLOAD_IMAGE } from '../../upload';
import type { BlockKind, MakeBlock } from './block';
import { imageFrom } from './imageSource';

export const imageList = listField({
	displayName: 'Images',
	name: 'imageList',
	required: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. https://example.com/a.png, binary:data',
	description: 'Addresses, files of the input or keys, one a line or separated by commas',
});

export const images: BlockKind = {
	value: 'images',
	name: 'Images',
	description: 'Up to nine images in a grid',
	calls: [UPLOAD_IMAGE],
	field: () =>
		fieldGroup('images', [imageList], ({ read, panel, label }): MakeBlock => {
			const from = read(imageList).map((address) => imageFrom(panel, label(imageList), address));
			return async (tools) => ({
				type: 'images',
				imageKeys: await Promise.all(from.map(async (keyOf) => await keyOf(tools))),
			});
		}),
};

const audioKey = textField({
	displayName: 'File Key',
	name: 'audioKey',
	required: true,
	placeholder: 'e.g. file_v3_00ab_0a1b2c3d',
	description: 'Of an Opus file that this app has uploaded; a card with audio can not be forwarded',
});

export const audio: BlockKind = {
	value: 'audio',
	name: 'Audio',
	description: 'A player',
	field: () =>
		mappedField(
			audioKey,
			(fileKey): MakeBlock =>
				() => ({ type: 'audio', fileKey }),
		),
};
