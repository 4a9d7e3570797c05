import type {
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { attachmentsOf, type Attachment } from '../../../feishu/events/attachments';
import type { EventEnvelope } from '../../../feishu/events/envelope';
import { FeishuClient } from '../client';
import { toNodeError } from '../errors';

const RESOURCE = 'GET /open-apis/im/v1/messages/:message_id/resources/:file_key';

/** A post may hold any number of pictures; who needs more can download them in the workflow. */
export const MAX_ATTACHMENTS = 20;

/** Short enough that a message is not held up for long by a file that can't be had. */
const LIMITS = { maxAttempts: 3, longestWaitMs: 10_000, timeoutMs: 60_000, keepToLimits: true };

/** Whether the message of the event brings files that can be downloaded. */
export function hasAttachments(envelope: EventEnvelope): boolean {
	return attachmentsOf(envelope) !== undefined;
}

/**
 * Adds the files of a message to its item: binary `attachment_0`, `attachment_1`, …, and `attachments` in the JSON
 * with the key, name and type of each. Takes as long as the downloads do, so the event must be acknowledged before.
 * Never rejects: a file that can't be had (more than 100 MB, a scope is missing) has an `error` instead, and the item
 * goes on. Items of other events come back as they are.
 */
export async function withAttachments(
	context: ITriggerFunctions | IWebhookFunctions,
	item: INodeExecutionData,
	envelope: EventEnvelope,
): Promise<INodeExecutionData> {
	const found = attachmentsOf(envelope);
	if (!found) return item;
	const feishu = new FeishuClient(context, LIMITS);
	const binary: IBinaryKeyData = {};
	const attachments: IDataObject[] = [];
	for (const [index, attachment] of found.attachments.entries()) {
		const facts = { file_key: attachment.file_key, type: attachment.type };
		if (index >= MAX_ATTACHMENTS) {
			attachments.push({ ...facts, error: `Only the first ${MAX_ATTACHMENTS} attachments are downloaded` });
			continue;
		}
		const property = `attachment_${index}`;
		const { file, error } = await download(context, feishu, found.message_id, attachment);
		if (file) {
			binary[property] = file;
			attachments.push({ ...facts, binary: property, file_name: file.fileName, mime_type: file.mimeType });
		} else attachments.push({ ...facts, error });
	}
	return {
		...item,
		json: { ...item.json, attachments },
		...(Object.keys(binary).length === 0 ? {} : { binary: { ...item.binary, ...binary } }),
	};
}

async function download(
	context: ITriggerFunctions | IWebhookFunctions,
	feishu: FeishuClient,
	message_id: string,
	{ file_key, type, file_name }: Attachment,
) {
	try {
		const request = { path: { message_id, file_key }, query: { type }, fileName: file_name };
		return { file: await feishu.download(RESOURCE, request) };
	} catch (error) {
		const { message, description } = toNodeError(context.getNode(), error, {
			scopes: ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
		});
		const words = [message, description].filter(Boolean).join('. ');
		context.logger.warn(`An attachment could not be downloaded: ${message}`, { message_id, file_key });
		return { error: words };
	}
}
