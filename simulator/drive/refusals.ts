import { PlatformError } from '../platform/envelope';

const refusal =
	(code: number, msg: string, http = 400) =>
	() =>
		new PlatformError(code, msg, { http });

/** Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/media/multipart-upload-media/upload_all */
export const refused = {
	params: refusal(1061002, 'params error.'),
	notFound: refusal(1061003, 'not found.', 404),
	forbidden: refusal(1061004, 'forbidden.', 403),
	deleted: refusal(1061007, 'file has been delete.', 404),
	fileName: refusal(1061008, 'invalid file name.'),
	expired: refusal(1061021, 'upload id expire.'),
	tooLarge: refusal(1061043, 'file size beyond limit.'),
	/** The page gives it HTTP 200. */
	busy: refusal(1061045, 'can retry.', 200),
	noParent: refusal(1061044, 'parent node not exist.'),
	siblings: refusal(1062507, 'parent node out of sibling num.'),
	depth: refusal(1062506, 'parent node out of depth.'),
	total: refusal(1062505, 'parent node out of size.'),
	source: refusal(1062524, 'no edit permission on the source folder.', 403),
	target: refusal(1062535, 'no edit permission on the target folder.', 403),
	notYours: refusal(1062501, 'operate node no permission.', 403),
	otherUser: refusal(1062007, 'upload user not match.'),
	checksum: refusal(1062008, 'checksum param Invalid.'),
	size: refusal(1062009, 'the actual size is inconsistent with the parameter declaration size.'),
	blockMissing: refusal(1062010, 'block missing, please upload all blocks.'),
	blockOut: refusal(1062011, 'block num out of bounds.'),
};
