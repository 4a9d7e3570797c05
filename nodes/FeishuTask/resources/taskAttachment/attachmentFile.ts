import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { text, type JsonObject } from '../../../../feishu/json';
import { isPublicAddress } from '../../../../feishu/webAddress';
import { storeAnswer, type BinaryAnswer } from '../../../shared/client/binary';
import { openWebFile } from '../../../shared/client/webFile';
import { attachmentId } from './chosen';

/** Of a web address; empty of anything else. */
const hostOf = (address: string): string =>
	/^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).host : '';

/** Milliseconds that a download may take to begin. */
const TIMEOUT_MS = 120_000;

/**
 * The file of an attachment into n8n's binary storage, from the address that the platform has just given, without a
 * token. That address is the platform's word, and a private deployment has it in a private network; what it leads on to
 * is the internet, or the same host.
 * @throws InputError where the address gives nothing
 */
export async function attachmentFile(context: IExecuteFunctions, { url, name }: JsonObject): Promise<IBinaryData> {
	const first = text(url);
	const isAllowed = (address: string) => isPublicAddress(address) || hostOf(address) === hostOf(first);
	const answer =
		hostOf(first) === '' ? undefined : await openWebFile(context, first, { isAllowed, timeoutMs: TIMEOUT_MS });
	if (!answer || answer.statusCode >= 300)
		throw new InputError(
			attachmentId.label,
			'The file of the attachment could not be fetched',
			'Its address is good for three minutes and three downloads: try again. It has to be reachable from this n8n',
		);
	return await storeAnswer(context, answer as BinaryAnswer, text(name));
}
