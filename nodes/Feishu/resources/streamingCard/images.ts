import type { IExecuteFunctions } from 'n8n-workflow';

import { isCancelled } from '../../../../feishu/api/network';
import type { FeishuClient } from '../../../shared/client/client';
import { originOf, uploadImagesIn } from '../../../shared/im/composer/images';
import type { Panel } from '../../../shared/operation/panel';
import { givenField, type StreamOptions } from './fields';

export interface Tools {
	panel: Panel;
	feishu: FeishuClient;
	context: IExecuteFunctions;
}

/** The Markdown with its images uploaded where that is wished, as far as that works: a text that people wait for is not held back by a picture. */
export async function withImages(
	{ panel, feishu, context }: Tools,
	{ uploadImages = false }: StreamOptions,
	markdown: string,
): Promise<string> {
	if (!uploadImages) return markdown;
	const [uploaded] = await Promise.allSettled([
		uploadImagesIn({ feishu, context }, markdown, originOf(panel, givenField.label)),
	]);
	if (uploaded.status === 'fulfilled') return uploaded.value;
	if (isCancelled(uploaded.reason)) throw uploaded.reason;
	// What is no image key becomes a link.
	return markdown;
}
