import { isCancelled } from '../../../../feishu/api/network';
import { CHAT, type ComposeContext } from '../../../shared/im/composer';
import { withUploadedImages } from '../../../shared/im/composer/images';

/** The Markdown with its images uploaded where that is wished, as far as that works: a text that people wait for is not held back by a picture. */
export async function withImages(
	context: Omit<ComposeContext, 'surface'>,
	markdown: string,
	name: string,
): Promise<string> {
	if (!context.param.flag('streamOptions.uploadImages')) return markdown;
	const [uploaded] = await Promise.allSettled([withUploadedImages({ ...context, surface: CHAT }, markdown, name)]);
	if (uploaded.status === 'fulfilled') return uploaded.value;
	if (isCancelled(uploaded.reason)) throw uploaded.reason;
	// What is no image key becomes a link.
	return markdown;
}
