import { keepMedia, requireParent } from './mediaParent';
import { uploadRoutes } from './uploads';

export const mediaUploadRoutes = uploadRoutes({
	path: '/open-apis/drive/v1/medias',
	scopes: [
		...['bitable:app', 'docs:doc', 'docs:document.media:upload', 'drive:drive', 'mail:user_mailbox.message:modify'],
		...['moments:moments', 'sheets:spreadsheet', 'vc:material'],
	],
	requireParent,
	keep: (store, _by, declared, bytes) => ({ file_token: keepMedia(store, declared, bytes).file_token }),
});
