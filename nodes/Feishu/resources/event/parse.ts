import type { IDataObject } from 'n8n-workflow';

import { openEvent, type Opened } from '../../../../feishu/events/openEvent';
import { readPost, type EventSecrets, type RequestHeaders } from '../../../../feishu/events/readPost';
import { REFUSALS } from '../../../../feishu/events/refusals';
import { InputError } from '../../../../feishu/input';
import { appOf } from '../../../shared/client/appOf';
import { fileField, simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, jsonObjectField, numberField } from '../../../shared/fields/plain';
import { shownFor } from '../../../shared/operation/field';
import { defineOperation, LOCAL } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { toItem } from '../../../shared/triggers/events/eventItem';

const MINUTE_MS = 60_000;

const verifySignature = flagField({
	displayName: 'Verify Signature',
	name: 'verifySignature',
	default: false,
	description:
		'Whether to check that Feishu itself has sent this, which needs the Raw Body option of the Webhook node. Without it, the Encrypt Key and the Verification Token of the credential are still compared.',
});

const body = shownFor(
	jsonObjectField({
		displayName: 'Body',
		name: 'eventBody',
		default: '={{ $json.body }}',
		required: true,
		description: 'The body of the request, encrypted or plain',
	}),
	{ verifySignature: [false] },
);

const rawBody = shownFor(
	fileField({
		displayName: 'Raw Body Field',
		name: 'rawBodyProperty',
		description: 'The name of the input field with the body as it arrived; signatures are over its bytes',
	}),
	{ verifySignature: [true] },
);

const headersField = shownFor(
	jsonObjectField({
		displayName: 'Headers',
		name: 'eventHeaders',
		default: '={{ $json.headers }}',
		required: true,
		description: 'The headers of the request; the signature and its time are among them',
	}),
	{ verifySignature: [true] },
);

const includeRaw = flagField({
	displayName: 'Include Raw Event',
	name: 'includeRaw',
	default: false,
	description: 'Whether to add the decrypted body as it was delivered',
});

const signatureWindow = numberField({
	displayName: 'Signature Window',
	name: 'signatureWindow',
	typeOptions: { minValue: 1 },
	default: 60,
	description: 'How many minutes the time of a signed event may differ from the clock of this server',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	includeRaw,
	signatureWindow,
]);

const output = outputOf({
	event_type: 'string',
	'event_id?': 'string',
	'create_time?': 'string',
	'app_id?': 'string',
	'tenant_key?': 'string',
	'schema?': 'string',
	'event?': 'any',
	'raw?': 'any',
	'verified_by?': 'string',
	'challenge?': 'string',
});

export const parse = defineOperation({
	value: 'parse',
	name: 'Parse',
	action: 'Parse an event',
	description:
		"Decrypt, verify and read an event or a callback that came through n8n's own Webhook node; makes no call",
	endpoint: LOCAL,
	fields: [verifySignature, body, rawBody, headersField, simplifyField, options],
	output,
	async run({ read, context, itemIndex }) {
		const secrets = await appOf(context, itemIndex);
		const signed = read(verifySignature);
		const added = read(options);
		const opened = signed
			? openSigned(read(headersField), await bytesOf(read(rawBody)), secrets, added.signatureWindow ?? 60)
			: openEvent(read(body), secrets);
		// The request is to be answered with just this: {"challenge": "…"}.
		if (opened.kind === 'challenge') return { event_type: 'url_verification', challenge: opened.challenge };
		if (opened.kind === 'refused') throw refusal((signed ? rawBody : body).label, opened.reason);
		const settings = { simple: read(simplifyField), includeRaw: added.includeRaw ?? false };
		const { json } = toItem(opened.envelope, opened.raw, settings);
		return { ...json, verified_by: signed ? 'signature' : opened.verifiedBy };
	},
});

async function bytesOf(open: () => Promise<{ part(): Promise<Blob> }>): Promise<Buffer> {
	const part = await (await open()).part();
	return Buffer.from(await new Response(part.stream()).arrayBuffer());
}

function openSigned(headers: IDataObject, bytes: Buffer, secrets: EventSecrets, minutes: number): Opened {
	return readPost(bytes, lowerCased(headers), secrets, Date.now(), { signatureWindowMs: minutes * MINUTE_MS });
}

function lowerCased(headers: IDataObject): RequestHeaders {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** The reason as a message, and what to do about it as its description. */
function refusal(field: string, reason: keyof typeof REFUSALS): InputError {
	const [what = '', ...advice] = REFUSALS[reason].split('. ');
	return new InputError(field, `'${field}' was refused: ${what}`, advice.join('. ') || undefined);
}
