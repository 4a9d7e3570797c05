import type { IExecuteFunctions } from 'n8n-workflow';

import { isCancelled } from '../../../../feishu/api/network';
import type { FeishuClient } from '../../../shared/client/client';
import { CHAT } from '../../../shared/im/composer';
import { withUploadedImages } from '../../../shared/im/composer/images';
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
	const param = panel.params(givenField.properties);
	const [uploaded] = await Promise.allSettled([
		withUploadedImages({ param, feishu, context, surface: CHAT }, markdown, givenField.name),
	]);
	if (uploaded.status === 'fulfilled') return uploaded.value;
	if (isCancelled(uploaded.reason)) throw uploaded.reason;
	// What is no image key becomes a link.
	return markdown;
}
