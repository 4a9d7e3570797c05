import type {
	IBinaryData,
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { attachmentsOf, type Attachment } from '../../../../feishu/im/received/messageAttachments';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { sessionOf } from '../../client/sessions';
import { DEFAULT_CLIENT_OPTIONS, FeishuClient } from '../../client/client';
import { failureData, toNodeError, type FailureData } from '../../client/errors';
import { inTime } from './inTime';

const RESOURCE = 'GET /open-apis/im/v1/messages/:message_id/resources/:file_key';

/** Of which the app needs one. */
const SCOPES = ['im:message:readonly', 'im:message', 'im:message.history:readonly'];

/** A post may hold any number of pictures; who needs more can download them in the workflow. */
const MAX_ATTACHMENTS = 20;

/** Milliseconds for all files of a message: those behind it in the chat wait for it. */
const TIME_MS = 60_000;

const LIMITS = { ...DEFAULT_CLIENT_OPTIONS, maxAttempts: 3, longestWaitMs: 10_000, timeoutMs: TIME_MS };

/** Whether the message of the event brings files that can be downloaded. */
export function hasAttachments(envelope: EventEnvelope): boolean {
	return attachmentsOf(envelope) !== undefined;
}

/**
 * Adds the files of a message to its item: binary `attachment_0`, `attachment_1`, …, and `attachments` in the JSON
 * with the key, name and type of each. Takes as long as the downloads do, so the event must be acknowledged before.
 * Never rejects: a file that can't be had (more than 100 MB, a scope is missing) has `error` and `details` instead,
 * and the item goes on. Items of other events come back as they are.
 * @param hurry aborted when there is no more time: what is not there by then has an `error`
 */
export async function withAttachments(
	context: ITriggerFunctions | IWebhookFunctions,
	item: INodeExecutionData,
	envelope: EventEnvelope,
	hurry?: AbortSignal,
): Promise<INodeExecutionData> {
	const found = attachmentsOf(envelope);
	if (!found) return item;
	const feishu = new FeishuClient(context, LIMITS, sessionOf(context, envelope.tenant_key));
	const time = AbortSignal.any([AbortSignal.timeout(TIME_MS), ...(hurry ? [hurry] : [])]);
	const binary: IBinaryKeyData = {};
	const attachments: IDataObject[] = [];
	for (const [index, attachment] of found.attachments.entries()) {
		const facts = { file_key: attachment.file_key, type: attachment.type };
		if (index >= MAX_ATTACHMENTS) {
			attachments.push({ ...facts, ...TOO_MANY });
			continue;
		}
		const property = `attachment_${index}`;
		const { file, failure } = await inTime(time, LATE, () => download(context, feishu, found.message_id, attachment));
		if (file) {
			binary[property] = file;
			attachments.push({ ...facts, binary: property, file_name: file.fileName, mime_type: file.mimeType });
		} else attachments.push({ ...facts, ...failure });
	}
	return {
		...item,
		json: { ...item.json, attachments },
		...(Object.keys(binary).length === 0 ? {} : { binary: { ...item.binary, ...binary } }),
	};
}

interface Downloaded {
	file?: IBinaryData;
	failure?: FailureData;
}

const TOO_MANY: FailureData = {
	error: `Only the first ${MAX_ATTACHMENTS} attachments are downloaded`,
	details: { advice: 'Download the others in the workflow.' },
};

const LATE: Downloaded = {
	failure: { error: 'There was no time left to download it', details: { advice: 'Download it in the workflow.' } },
};

async function download(
	context: ITriggerFunctions | IWebhookFunctions,
	feishu: FeishuClient,
	message_id: string,
	{ file_key, type, file_name }: Attachment,
): Promise<Downloaded> {
	try {
		const request = { path: { message_id, file_key }, query: { type }, fileName: file_name };
		return { file: await feishu.download(RESOURCE, request) };
	} catch (error) {
		const failure = failureData(toNodeError(context.getNode(), error, { scopes: SCOPES }));
		context.logger.warn(`An attachment could not be downloaded: ${failure.error}`, { message_id, file_key });
		return { failure };
	}
}
