import { refusal } from '../../../feishu/approval/formNeeds';

/** Bytes. @see https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN */
const MOST = { attachment: 50 * 1024 * 1024, image: 10 * 1024 * 1024 };

/** @throws InputError about a file that the platform would not take */
export function checkUpload(
	label: string,
	type: keyof typeof MOST,
	{ fileName, size }: { fileName: string; size: number },
): void {
	if (size === 0) throw refusal(label, `has an empty file: ${fileName}`);
	if (size <= MOST[type]) return;
	const most = MOST[type] / 1024 / 1024;
	throw refusal(
		label,
		`has a file that is too large: ${fileName}`,
		`${type === 'image' ? 'Images' : 'Files'} of a form have up to ${most} MB`,
	);
}
