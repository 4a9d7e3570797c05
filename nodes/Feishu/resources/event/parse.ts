import type { IDataObject } from 'n8n-workflow';

import { openEvent, type Opened } from '../../../../feishu/events/openEvent';
import { readPost, type EventSecrets, type RequestHeaders } from '../../../../feishu/events/readPost';
import { REFUSALS } from '../../../../feishu/events/eventRefusals';
import { InputError } from '../../../../feishu/input';
import { appOf } from '../../../shared/client/appOf';
import { simplifyField } from '../../../shared/fields/common';
import { defineOperation, LOCAL } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { toItem } from '../../../shared/triggers/events/eventItem';
import { eventShape } from '../../../shared/triggers/events/eventOutput';
import { body, headersField, options, rawBody, requestFields, verifySignature } from './requestFields';

const MINUTE_MS = 60_000;

const { event: _message, 'attachments?': _files, ...facts } = eventShape;

const output = outputOf({
	...facts,
	// Of any event, so what it holds is not known before.
	'event?': 'any',
	'raw?': 'any',
	'verified_by?': 'string',
	'challenge?': 'string',
});

export const parse = defineOperation({
	value: 'parse',
	name: 'Parse',
	action: 'Parse an event',
	description: "Decrypt, verify and read an event that came through n8n's own Webhook node; makes no call",
	endpoint: LOCAL,
	fields: requestFields,
	output,
	async run({ read, context, itemIndex }) {
		const secrets = await appOf(context, itemIndex);
		const signed = read(verifySignature);
		const added = read(options);
		const opened = signed
			? openSigned(read(headersField), await bytesOf(read(rawBody)), secrets, added.signatureWindow ?? 60)
			: openEvent(filled(read(body)), secrets);
		// The request is to be answered with just this: {"challenge": "…"}.
		if (opened.kind === 'challenge') return { event_type: 'url_verification', challenge: opened.challenge };
		if (opened.kind === 'refused') throw refusal((signed ? rawBody : body).label, opened.reason);
		const settings = { simple: read(simplifyField), includeRaw: added.includeRaw ?? false };
		const { json } = toItem(opened.envelope, opened.raw, settings);
		return { ...json, verified_by: signed ? 'signature' : opened.verifiedBy };
	},
});

/** A request without a body can be read by no secret: another field of the item holds it, or nothing does. */
function filled(given: IDataObject): IDataObject {
	if (Object.keys(given).length > 0) return given;
	throw new InputError(
		body.label,
		`The field '${body.label}' is empty`,
		"An event comes as a POST with a body, which n8n's Webhook node gives as {{ $json.body }}; a node in between may have dropped it",
	);
}

async function bytesOf(open: () => Promise<{ part(): Promise<Blob> }>): Promise<Buffer> {
	const part = await (await open()).part();
	return Buffer.from(await part.arrayBuffer());
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
