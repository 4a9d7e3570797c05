import type { IDataObject } from 'n8n-workflow';

import { openEvent, type Opened } from '../../../../feishu/events/openEvent';
import { readPost, type EventSecrets, type RequestHeaders } from '../../../../feishu/events/readPost';
import { REFUSALS } from '../../../../feishu/events/refusals';
import { InputError } from '../../../../feishu/input';
import { appOf } from '../../../shared/client/appOf';
import { toItem } from '../../../shared/triggers/events/eventItem';
import { binaryInputField, simplifyField } from '../../../shared/fields/common';
import { defineOperation, LOCAL, type OperationContext } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

const MINUTE_MS = 60_000;

export const parse = defineOperation({
	value: 'parse',
	name: 'Parse',
	action: 'Parse an event',
	description:
		"Decrypt, verify and read an event or a callback that came through n8n's own Webhook node; makes no call",
	endpoint: LOCAL,
	fields: [
		{
			displayName: 'Verify Signature',
			name: 'verifySignature',
			type: 'boolean',
			default: false,
			description:
				'Whether to check that Feishu itself has sent this, which needs the Raw Body option of the Webhook node. Without it, the Encrypt Key and the Verification Token of the credential are still compared.',
		},
		{
			displayName: 'Body',
			name: 'eventBody',
			type: 'json',
			default: '={{ $json.body }}',
			required: true,
			description: 'The body of the request, encrypted or plain',
			displayOptions: { show: { verifySignature: [false] } },
		},
		binaryInputField({
			displayName: 'Raw Body Field',
			name: 'rawBodyProperty',
			description: 'The name of the input field with the body as it arrived; signatures are over its bytes',
			displayOptions: { show: { verifySignature: [true] } },
		}),
		{
			displayName: 'Headers',
			name: 'eventHeaders',
			type: 'json',
			default: '={{ $json.headers }}',
			required: true,
			description: 'The headers of the request; the signature and its time are among them',
			displayOptions: { show: { verifySignature: [true] } },
		},
		simplifyField(),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Include Raw Event',
					name: 'includeRaw',
					type: 'boolean',
					default: false,
					description: 'Whether to add the decrypted body as it was delivered',
				},
				{
					displayName: 'Signature Window',
					name: 'signatureWindow',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 60,
					description: 'How many minutes the time of a signed event may differ from the clock of this server',
				},
			],
		},
	],
	async run(context) {
		const { param } = context;
		const secrets = await appOf(context.context, context.itemIndex);
		const signed = param.flag('verifySignature');
		const read = signed ? await readSigned(context, secrets) : openEvent(param.jsonObject('eventBody'), secrets);
		// The request is to be answered with just this: {"challenge": "…"}.
		if (read.kind === 'challenge') return { event_type: 'url_verification', challenge: read.challenge };
		if (read.kind === 'refused') throw refusal(param.label(signed ? 'rawBodyProperty' : 'eventBody'), read.reason);
		const settings = { simple: param.flag('simple'), includeRaw: param.flag('options.includeRaw') };
		const { json } = toItem(read.envelope, read.raw, settings);
		return { ...json, verified_by: signed ? 'signature' : read.verifiedBy };
	},
});

/** @throws InputError when the item has no such file, or headers are none */
async function readSigned({ param, context, itemIndex }: OperationContext, secrets: EventSecrets): Promise<Opened> {
	const minutes = signatureWindow(param);
	const headers = lowerCased(param.jsonObject('eventHeaders'));
	await param.file('rawBodyProperty');
	const rawBody = await context.helpers.getBinaryDataBuffer(itemIndex, param.text('rawBodyProperty'));
	return readPost(rawBody, headers, secrets, Date.now(), { signatureWindowMs: minutes * MINUTE_MS });
}

function signatureWindow(param: Params): number {
	return param.optionalText('options.signatureWindow') === ''
		? 60
		: param.number('options.signatureWindow', { min: 1 });
}

function lowerCased(headers: IDataObject): RequestHeaders {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** The reason as a message, and what to do about it as its description. */
function refusal(field: string, reason: keyof typeof REFUSALS): InputError {
	const [what = '', ...advice] = REFUSALS[reason].split('. ');
	return new InputError(field, `'${field}' was refused: ${what}`, advice.join('. ') || undefined);
}
