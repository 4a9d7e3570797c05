import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import { newId } from '../../platform/ids';
import { type Image, readImage } from '../../platform/image';
import { contentTypeOf } from '../../platform/mime';
import { emptyUpload, invalidUpload, readUpload } from '../../gateway/upload';
import { defineRoute } from '../../gateway/route';

const MAX_BYTES = 10 * 1024 * 1024;
/** Pixels a side. */
const MAX_SIDE = { gif: 2000, avatar: 4096, other: 12000 };

function checkSize({ extension, width, height }: Image, imageType: string): void {
	const limit = imageType === 'avatar' ? MAX_SIDE.avatar : extension === 'gif' ? MAX_SIDE.gif : MAX_SIDE.other;
	if (width > limit || height > limit) throw new PlatformError(234039, 'Image resolution exceeds limit.');
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/image/create */
export const imageRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/images',
		tokens: BOTH,
		scopes: ['im:resource', 'im:resource:upload'],
		multipart: true,
		async handle({ platform: { store }, app, parts }) {
			const { fields, file } = await readUpload(parts(), 'image', MAX_BYTES);
			const { image_type: imageType } = fields;
			if (imageType !== 'message' && imageType !== 'avatar')
				throw invalidUpload('image_type must be message or avatar');
			if (!file) throw invalidUpload('image is required');
			if (file.bytes.length === 0) throw emptyUpload();
			const image = readImage(file.bytes);
			if (!image) throw new PlatformError(234011, "Can't regonnize the image format.");
			checkSize(image, imageType);
			const key = newId.image();
			const name = `${key}.${image.extension}`;
			store.im.images.set(key, {
				key,
				app_id: app.app_id,
				bytes: file.bytes,
				content_type: contentTypeOf(name),
				name,
				type: imageType,
			});
			return { data: { image_key: key } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/images/:image_key',
		// Whoever has sent it needs no scope.
		handle({ platform: { store }, app, params }) {
			const image = store.im.images.get(params.image_key ?? '');
			if (!image) throw new PlatformError(234005, 'Image has been deleted.');
			if (image.type === 'avatar') throw invalidUpload('avatars can not be downloaded');
			if (image.app_id !== app.app_id) throw new PlatformError(234008, 'The app is not the resource sender.');
			return { bytes: image.bytes, contentType: image.content_type, name: image.name };
		},
	}),
];
