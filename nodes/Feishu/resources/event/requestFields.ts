/** The request that came through n8n's own Webhook node, and how it is read. */
import { fileField, simplifyField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, jsonObjectField, numberField } from '../../../shared/fields/plain';
import { shownFor } from '../../../shared/operation/field';

export const verifySignature = flagField({
	displayName: 'Verify Signature',
	name: 'verifySignature',
	default: false,
	description:
		'Whether to check that Feishu itself has sent this, which needs Raw Body of the Webhook node. Without it, Encrypt Key and Verification Token are still compared.',
});

export const body = shownFor(
	jsonObjectField({
		displayName: 'Body',
		name: 'eventBody',
		default: '={{ $json.body }}',
		required: true,
		description: 'The body of the request, encrypted or plain',
	}),
	{ verifySignature: [false] },
);

export const rawBody = shownFor(
	fileField({
		displayName: 'Raw Body Field',
		name: 'rawBodyProperty',
		description: 'The name of the input field with the body as it arrived; signatures are over its bytes',
	}),
	{ verifySignature: [true] },
);

export const headersField = shownFor(
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

export const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	includeRaw,
	signatureWindow,
]);

export const requestFields = [verifySignature, body, rawBody, headersField, simplifyField, options] as const;
