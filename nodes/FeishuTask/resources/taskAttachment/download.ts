import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { text, type JsonObject } from '../../../../feishu/json';
import { isPublicAddress } from '../../../../feishu/webAddress';
import { storeAnswer, type BinaryAnswer } from '../../../shared/client/binary';
import type { FeishuClient } from '../../../shared/client/client';
import { openWebFile } from '../../../shared/client/webFile';
import { attachmentId } from './chosen';

/** Milliseconds that a download may take to begin. */
const TIMEOUT_MS = 120_000;

/**
 * The file of an attachment into n8n's binary storage, from the address that the platform has just given: without a
 * token, from the internet or from the platform's own host.
 * @throws InputError where the address gives nothing
 */
export async function attachmentFile(
	{ feishu, context }: { feishu: FeishuClient; context: IExecuteFunctions },
	{ url, name }: JsonObject,
): Promise<IBinaryData> {
	const own = new URL(await feishu.origin()).host;
	const isAllowed = (address: string) =>
		isPublicAddress(address) || (URL.canParse(address) && new URL(address).host === own);
	const answer = await openWebFile(context, text(url), { isAllowed, timeoutMs: TIMEOUT_MS });
	if (!answer || answer.statusCode >= 300)
		throw new InputError(
			attachmentId.label,
			'The file of the attachment could not be fetched',
			'Its address is good for three minutes and three downloads: try again. It has to be reachable from this n8n',
		);
	return await storeAnswer(context, answer as BinaryAnswer, text(name));
}
