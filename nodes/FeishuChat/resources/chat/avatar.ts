import { checkFileSize, IMAGE_LIMIT_BYTES } from '../../../../feishu/im/files';
import type { FeishuClient } from '../../../shared/client/client';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { uploadImage } from '../../../shared/im/upload';

/** Where the picture of a group comes from, for a collection. */
export const avatarFields: readonly Field[] = [
	{
		displayName: 'Avatar Image Key',
		name: 'avatarKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
		description: 'Of an image that was uploaded as an avatar',
	},
	{
		displayName: 'Avatar Input Data Field Name',
		name: 'avatarField',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		description: 'The name of the input field that holds the picture; up to 10 MB and 4096 × 4096 pixels',
	},
];

/**
 * What gives the image key of the picture among the settings; undefined when there is none. A binary is checked
 * now and uploaded by the call.
 * @throws InputError about the binary
 */
export async function readAvatar(param: Params, feishu: FeishuClient): Promise<(() => Promise<string>) | undefined> {
	const set = param.collection<Record<string, unknown>>('settings');
	const key = param.optionalText('settings.avatarKey');
	if (key !== '') return async () => key;
	if (set.avatarField === undefined) return undefined;
	const name = 'settings.avatarField';
	const file = await param.file(name);
	checkFileSize(param.label(name), file.fileName, file.size, IMAGE_LIMIT_BYTES);
	return async () => await uploadImage(feishu, file, param.label(name), 'avatar');
}
