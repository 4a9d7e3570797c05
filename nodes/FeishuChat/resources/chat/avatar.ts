import { checkFileSize, IMAGE_LIMIT_BYTES } from '../../../../feishu/im/files';
import type { FeishuClient } from '../../../shared/client/client';
import { fileField } from '../../../shared/fields/common';
import { idIn } from '../../../shared/fields/idField';
import { textField } from '../../../shared/fields/plain';
import { UPLOAD_IMAGE, uploadImage } from '../../../shared/im/upload';
import { mappedField } from '../../../shared/operation/field';

/**
 * The picture of a group: a check, which refuses a file before any call, and gives what uploads it and tells its key.
 */
export type Avatar = () => Promise<(feishu: FeishuClient) => Promise<string>>;

const avatarKey = mappedField(
	idIn(
		'image',
		textField({
			displayName: 'Avatar Image Key',
			name: 'avatarKey',
			placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
			description: 'Of an image that was uploaded as an avatar',
		}),
	),
	(key): Avatar | undefined => (key === '' ? undefined : async () => async () => key),
);

const avatarFile = {
	...mappedField(
		fileField({
			displayName: 'Avatar Input Data Field Name',
			name: 'avatarField',
			required: undefined,
			description: 'The name of the input field that holds the picture; up to 10 MB and 4096 × 4096 pixels',
		}),
		(open, label): Avatar =>
			async () => {
				const file = await open();
				checkFileSize(label, file.fileName, file.size, IMAGE_LIMIT_BYTES);
				return async (feishu) => await uploadImage(feishu, file, label, 'avatar');
			},
	),
	calls: [UPLOAD_IMAGE],
};

/** Where the picture of a group comes from, for a collection; the key goes before the file. */
export const avatarFields = [avatarKey, avatarFile] as const;
